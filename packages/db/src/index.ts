export type { Ctx, Scope, Tenant } from "./ctx.ts";
export { type Database, openDatabase, sqlState, type TransactionOptions, violates } from "./database.ts";
export {
  type Asked,
  type ColumnOrder,
  type Conjunct,
  fieldColumnOf,
  findNothing,
  type GridColumn,
  type GridCount,
  type GridSource,
  gridCount,
  gridIds,
  gridPage,
  gridRows,
  type IndexSet,
  matchChoice,
  matchChoices,
  matchFlag,
  matchRange,
  matchText,
  ownColumn,
  type Sql,
} from "./grid/index.ts";
export { keyset } from "./keyset.ts";
export { type Listening, listen } from "./listen.ts";
export { openedTenantTables, ownerTables, type PlatformPurpose, platformPurposes, platformTables } from "./platform.ts";
export type { DB } from "./schema.gen.ts";
export { type FoundTenant, findTenantById, findTenantBySlug, systemScope, tenantClock, tenantOf } from "./tenants.ts";
export { kyselyOver, savepoint } from "./transaction-dialect.ts";
