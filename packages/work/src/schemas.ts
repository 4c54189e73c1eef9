export {
  callOutcomes,
  directions,
  type FoundMention,
  largestFile,
  mostFiles,
  type Note,
  type NoteKind,
  noteInput,
  noteKinds,
} from "./notes/note.ts";
export { reminders, type Task, taskInput } from "./tasks/task.ts";
