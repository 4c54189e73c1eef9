export { openLogger } from "./open-logger.ts";
export {
  type SuiteParts,
  suiteCrons,
  suiteHandlers,
  suiteLiveBlocks,
  suiteMergeSteps,
  suiteNotices,
  suiteRooms,
  suiteSubjects,
  suiteTasks,
  suiteTimeline,
  suiteTraces,
} from "./suite.ts";
