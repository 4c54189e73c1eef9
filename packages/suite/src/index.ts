export { type SuiteParts, suiteCrons, suiteHandlers, suiteTasks } from "./suite.ts";
