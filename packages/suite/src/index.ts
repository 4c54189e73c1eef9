export { openLogger } from "./open-logger.ts";
export { type SuiteParts, suiteCrons, suiteHandlers, suiteNotices, suiteTasks } from "./suite.ts";
