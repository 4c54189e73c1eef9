export { actorWith, type GivenTenant, given, testNow } from "./given.ts";
export { growthDuring } from "./growth-during.ts";
export { type Scan, scansOf } from "./scans-of.ts";
export { type TestDatabase, useDatabase } from "./use-database.ts";
