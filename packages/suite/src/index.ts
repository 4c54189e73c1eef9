export { openLogger } from "./open-logger.ts";
export {
  type SuiteParts,
  suiteCrons,
  suiteHandlers,
  suiteMergeSteps,
  suiteNotices,
  suiteSubjects,
  suiteTasks,
  suiteTimeline,
  suiteTraces,
} from "./suite.ts";
