export { openLogger } from "./open-logger.ts";
export { type SuiteParts, suiteCrons, suiteHandlers, suiteNotices, suiteTasks, suiteTraces } from "./suite.ts";
