import { type Id, idSchema, lineSchema, textSchema } from "@guildhall/core";
import { z } from "zod";
import type { SubjectRef } from "../subjects/work-subject.ts";
import { wallTimeSchema, zoneSchema } from "../wall-time.ts";

/** How long before a task is due its assignee is reminded, in minutes. */
export const reminders = [0, 15, 60, 1_440, 10_080] as const;

/** A task as whoever works here reads it. */
export interface Task {
  readonly id: Id<"task">;
  readonly title: string;
  readonly detail: string | null;
  readonly subject: (SubjectRef & { readonly name: string | null }) | null;
  readonly dueAt: Date | null;
  /** On which wall's clock that was said. */
  readonly dueZone: string | null;
  readonly overdue: boolean;
  readonly remindMinutes: number | null;
  readonly assignee: { readonly id: Id<"person">; readonly name: string | null } | null;
  readonly doneAt: Date | null;
  readonly removed: boolean;
  readonly mayEdit: boolean;
}

/** Text that may be left out. Takes its own output again. */
const optional = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .nullable()
    .default(null)
    .transform((text) => text || null)
    .pipe(schema.nullable());

const remindSchema = z
  .union([z.literal(""), z.null(), z.coerce.number()], { error: "work.reminder-malformed" })
  .default(null)
  .transform((minutes) => (minutes === "" ? null : minutes))
  .pipe(
    z
      .number()
      .int({ error: "work.reminder-malformed" })
      .min(0, { error: "work.reminder-malformed" })
      .max(40_320, { error: "work.reminder-malformed" })
      .nullable(),
  );

const shape = {
  title: lineSchema(200, { empty: "work.title-missing" }),
  detail: optional(textSchema(4_000)),
  /** On the wall of `dueAtZone`; the hall's unless said. */
  dueAt: wallTimeSchema,
  dueAtZone: zoneSchema,
  remindMinutes: remindSchema,
  assigneePersonId: z
    .union([z.literal(""), z.null(), idSchema("person")], { error: "work.assignee-unknown" })
    .default(null)
    .transform((id) => id || null),
};

export const taskInput = z.object(shape);
export const addTaskInput = z.object({
  ...shape,
  /** What it is about; none is a task by itself. */
  subjectType: z.string().max(40).nullable().default(null),
  subjectId: idSchema("subject").nullable().default(null),
});
export const changeTaskInput = z.object({ ...shape, taskId: idSchema("task") });
export type TaskFields = z.output<typeof taskInput>;
