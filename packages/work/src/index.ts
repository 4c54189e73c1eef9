export { defineLiveBlock, type FoundLive, type LiveBlockKind } from "./live-blocks/live-block-kind.ts";
export { type LiveBlockRegister, openLiveBlockRegister } from "./live-blocks/live-block-register.ts";
export { liveText } from "./live-blocks/live-text.ts";
export { peopleLiveBlocks } from "./live-blocks/people-live-blocks.ts";
export { findMentionable, listMentions, type Mention } from "./mentions/mention.queries.ts";
export { addNote } from "./notes/add-note.ts";
export { changeNote } from "./notes/change-note.ts";
export { getNote, listPinned, mayViewNote, notesOf } from "./notes/note.queries.ts";
export { pinNote } from "./notes/pin-note.ts";
export { removeNote, restoreNote } from "./notes/remove-note.ts";
export { peopleSubjects } from "./subjects/people-subjects.ts";
export {
  openSubjectRegister,
  requireSeen,
  type SubjectRef,
  type SubjectRegister,
  type WorkSubject,
} from "./subjects/work-subject.ts";
export { addTask } from "./tasks/add-task.ts";
export { changeTask } from "./tasks/change-task.ts";
export { finishTask } from "./tasks/finish-task.ts";
export { listAssignable } from "./tasks/list-assignable.ts";
export { removeTask, restoreTask } from "./tasks/remove-task.ts";
export { getTask, listMyTasks, listOpenTasks, tasksOf } from "./tasks/task.queries.ts";
export { workTrace } from "./upkeep/work-trace.ts";
export { notePolicy, taskPolicy } from "./work.policy.ts";
export { workCrons, workTasks } from "./work-tasks.ts";
export { workTimeline } from "./work-timeline.ts";
