export type { Ctx, Scope, Tenant } from "./ctx.ts";
export { type Database, openDatabase, sqlState, type TransactionOptions, violates } from "./database.ts";
export { keyset } from "./keyset.ts";
export { openedTenantTables, ownerTables, type PlatformPurpose, platformPurposes, platformTables } from "./platform.ts";
export type { DB } from "./schema.gen.ts";
export { kyselyOver, savepoint } from "./transaction-dialect.ts";
