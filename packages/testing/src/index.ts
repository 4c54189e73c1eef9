export { actorWith, type GivenTenant, given, testNow } from "./given.ts";
export { type TestDatabase, useDatabase } from "./use-database.ts";
