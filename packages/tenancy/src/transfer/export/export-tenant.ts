import type { Writable } from "node:stream";
import { type Id, notFound, systemClock } from "@guildhall/core";
import { type Ctx, type Database, type DB, findTenantById, type Scope, systemScope } from "@guildhall/db";
import { manifestName, type Table, writeArchive } from "@guildhall/db/copy";
import type { FileStore } from "@guildhall/files";
import { type Kysely, sql } from "kysely";
import type { TenantManifest, TenantSeal } from "../format/tenant-manifest.ts";
import { isTenant, readTenantTables } from "../format/tenant-tables.ts";
import { exportFiles } from "./export-files.ts";
import { exportRows, rowAsJson } from "./export-rows.ts";
import { exportUsers } from "./export-users.ts";
import { pagesOf } from "./pages-of.ts";

/**
 * Writes everything that is the tenant's, as it is at one instant: its rows as JSON Lines, the e-mail of those who sign
 * in, the bytes of its files. Read as the product itself, under row-level security, so a neighbour's rows cannot be
 * among them; credentials never are. Memory does not grow with it. Not found is `core.not-found`.
 */
export async function exportTenant(
  database: Database,
  tenantId: Id<"tenant">,
  store: Pick<FileStore, "get">,
  writable: Writable,
): Promise<void> {
  try {
    const scope = await scopeOf(database, tenantId);
    const work = (ctx: Ctx) => writeTenant({ ctx, database, store }, writable);
    await database.withTenant(scope, work, { readOnly: true, isolation: "repeatable read", once: true });
  } catch (error) {
    writable.destroy(); // or its reader would wait for ever
    throw error;
  }
}

async function scopeOf(database: Database, tenantId: Id<"tenant">): Promise<Scope> {
  const find = (platform: Kysely<DB>) => findTenantById(platform, tenantId);
  const tenant = await database.withPlatform("transfer", find, { readOnly: true });
  if (!tenant) throw notFound();
  return systemScope(tenant);
}

interface Surroundings {
  readonly ctx: Ctx;
  readonly database: Database;
  readonly store: Pick<FileStore, "get">;
}

async function writeTenant({ ctx, database, store }: Surroundings, writable: Writable): Promise<void> {
  await readAtLeisure(ctx);
  const tables = await readTenantTables(ctx);
  await writeArchive(writable, async (archive): Promise<TenantSeal> => {
    await archive.add(manifestName, `${JSON.stringify(manifestOf(ctx, tables), null, 1)}\n`);
    await archive.add("tenant.json", await tenantRow(ctx, tables));
    const users = await exportUsers({ ctx, database }, archive, tables);
    const rows: Record<string, number> = {};
    for (const table of tables) if (!isTenant(table)) rows[table.name] = await exportRows(ctx, archive, table);
    return { rows, users, ...(await exportFiles(ctx, archive, { tables, store })) };
  });
}

/** Somebody downloads this, at their own pace; and times are to mean the same wherever they are read. */
async function readAtLeisure(ctx: Ctx): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', '15min', true), set_config('statement_timeout', '15min', true),
    set_config('timezone', 'UTC', true), set_config('extra_float_digits', '1', true), set_config('intervalstyle', 'postgres', true)`.execute(
    ctx.db,
  );
}

function manifestOf(ctx: Ctx, tables: readonly Table[]): TenantManifest {
  return {
    kind: "guildhall tenant",
    format: 1,
    takenAt: systemClock.now().toISOString(),
    tenant: { id: ctx.tenant.id, slug: ctx.tenant.slug },
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  };
}

async function tenantRow(ctx: Ctx, tables: readonly Table[]): Promise<string> {
  const lines: string[] = [];
  for (const table of tables.filter(isTenant))
    for await (const page of pagesOf(ctx, `select ${rowAsJson(table)} as line from tenant`)) lines.push(...page);
  return `${lines.join("\n")}\n`;
}
