export { actorWith, type GivenTenant, given, testNow } from "./given.ts";
export { type Scan, scansOf } from "./scans-of.ts";
export { type TestDatabase, useDatabase } from "./use-database.ts";
