import type pg from "pg";
import { z } from "zod";
import { quoteName, quoteTable, type Table } from "../tables/read-tables.ts";

const powers = z.object({ may_skip_triggers: z.boolean(), sees_all: z.boolean() });

/**
 * Lets the owner load `tables`, in this order, within the open transaction; resolves to what puts everything back.
 * Where the role may, foreign keys rest altogether: a backup is of one instant. Elsewhere those that point to a later
 * table wait for the end. An owner whom row-level security binds is let in for that long. Our own triggers rest either
 * way: what they derive is in the backup.
 */
export async function liftChecks(client: pg.Client, tables: readonly Table[]): Promise<() => Promise<void>> {
  const { may_skip_triggers, sees_all } = await powersOf(client);
  const late = may_skip_triggers ? [] : lateKeys(tables);
  const forced = sees_all ? [] : tables.filter((table) => table.forced);
  const alter = async (table: Table, change: string) => client.query(`alter table ${quoteTable(table)} ${change}`);

  if (may_skip_triggers) await client.query("set local session_replication_role = replica");
  for (const { table, name } of late)
    await alter(table, `alter constraint ${quoteName(name)} deferrable initially deferred`);
  for (const table of forced) await alter(table, "no force row level security");
  const own = may_skip_triggers ? [] : tables.filter((table) => table.schema === "public");
  for (const table of own) await alter(table, "disable trigger user");

  return async () => {
    await client.query("set constraints all immediate");
    for (const { table, name } of late) await alter(table, `alter constraint ${quoteName(name)} not deferrable`);
    for (const table of forced) await alter(table, "force row level security");
    for (const table of own) await alter(table, "enable trigger user");
  };
}

async function powersOf(client: pg.Client): Promise<z.infer<typeof powers>> {
  const { rows } = await client.query(`
    select has_parameter_privilege('session_replication_role', 'set') as may_skip_triggers, rolsuper or rolbypassrls as sees_all
    from pg_roles where rolname = current_user`);
  return powers.parse(rows[0]);
}

function lateKeys(tables: readonly Table[]): { table: Table; name: string }[] {
  const place = new Map(tables.map(({ key }, index) => [key, index]));
  return tables.flatMap((table, index) =>
    table.foreignKeys.filter(({ target }) => (place.get(target) ?? -1) >= index).map(({ name }) => ({ table, name })),
  );
}
