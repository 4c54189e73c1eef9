export {
  type LiveAnswer,
  type LiveAnswers,
  type LiveChoice,
  type LiveFace,
  type LiveFollows,
  type LiveQuestion,
  type LiveRow,
  type LiveShown,
  type LiveSilence,
  type LiveWords,
  liveKey,
  type OfferedLiveBlock,
} from "./live-blocks/live-block.ts";
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
