export { openLogger } from "./open-logger.ts";
export { type SuiteParts, suiteCrons, suiteHandlers, suiteTasks } from "./suite.ts";
