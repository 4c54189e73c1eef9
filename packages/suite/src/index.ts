export { openLogger } from "./open-logger.ts";
export {
  type SuiteParts,
  suiteCrons,
  suiteHandlers,
  suiteNotices,
  suiteSubjects,
  suiteTasks,
  suiteTimeline,
} from "./suite.ts";
