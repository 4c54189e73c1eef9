import { invalid } from "@guildhall/core";
import type { Ctx, Database } from "@guildhall/db";
import type { FileStore } from "@guildhall/files";
import { sql } from "kysely";
import { isTenant, readTenantTables } from "../format/tenant-tables.ts";
import { createUsers, matchUsers, type UserIds } from "./adopt-users.ts";
import { checkFiles, putFiles, takeFilesBack } from "./bring-files.ts";
import { insertBatch, insertRows, updateLate } from "./insert-rows.ts";
import { type PlannedTable, planImport } from "./plan-import.ts";
import type { UnpackedExport } from "./unpack-export.ts";

interface Surroundings {
  readonly ctx: Ctx;
  readonly database: Database;
  readonly store: Pick<FileStore, "put" | "delete">;
  readonly settle: (ctx: Ctx) => Promise<void>;
}

/**
 * Fills the tenant of `ctx`. Its own row comes first and keeps a second import of it waiting. What cannot be rolled
 * back, users and bytes, comes when nothing but they can fail any more; bytes are taken back while that row is held.
 */
export async function loadTenant(
  { ctx, database, store, settle }: Surroundings,
  unpacked: UnpackedExport,
  tenantRow: string,
): Promise<void> {
  const { directory, manifest, seal } = unpacked;
  await sql`select set_config('timezone', 'UTC', true), set_config('idle_in_transaction_session_timeout', '15min', true)`.execute(
    ctx.db,
  );
  const tables = await readTenantTables(ctx);
  const plan = planImport(manifest, tables);
  const users = await matchUsers(database, directory);
  if (users.size !== seal.users) throw invalid("transfer.rows-missing", {}, { table: "users" });

  const load = (planned: PlannedTable) => loadTable(ctx, planned, { unpacked, tenantRow, users });
  for (const planned of plan.filter(({ afterUsers }) => !afterUsers)) await load(planned);
  for (const planned of plan.filter(({ afterUsers }) => !afterUsers)) await updateLate(ctx, planned, directory);
  await checkFiles(ctx, directory, tables, seal);
  try {
    await putFiles(store, directory, ctx.tenant.id);
    await createUsers(database, directory, users);
    for (const planned of plan.filter(({ afterUsers }) => afterUsers)) await load(planned);
    for (const planned of plan.filter(({ afterUsers }) => afterUsers)) await updateLate(ctx, planned, directory);
    await settle(ctx);
  } catch (error) {
    await takeFilesBack(store, directory, ctx.tenant.id);
    throw error;
  }
}

interface Loaded {
  readonly unpacked: UnpackedExport;
  readonly tenantRow: string;
  readonly users: UserIds;
}

async function loadTable(ctx: Ctx, planned: PlannedTable, { unpacked, tenantRow, users }: Loaded): Promise<void> {
  if (isTenant(planned.table)) {
    await insertBatch(ctx, planned, [tenantRow], users);
    return;
  }
  const { name } = planned.table;
  const rows = await insertRows(ctx, planned, unpacked.directory, users);
  if (rows !== unpacked.seal.rows[name]) throw invalid("transfer.rows-missing", {}, { table: name });
}
