export { openLogger } from "./open-logger.ts";
export { type SuiteParts, suiteCrons, suiteHandlers, suiteNotices, suiteTasks, suiteTimeline } from "./suite.ts";
