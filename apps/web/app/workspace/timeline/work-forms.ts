import { noteInput, taskInput } from "@guildhall/work/schemas";
import { z } from "zod";

/** What is posted beside the words: files, read by themselves, and whether a script stays where it is. */
const beside = {
  files: z.unknown().optional(),
  keep: z.unknown().optional(),
  stay: z.unknown().optional(),
  act: z.unknown().optional(),
};

export const noteForm = noteInput.extend(beside);
export const taskForm = taskInput.extend(beside);

/** What can be done to a note or task by one press. */
export const deedForm = z.object({ act: z.string(), stay: z.unknown().optional() });
