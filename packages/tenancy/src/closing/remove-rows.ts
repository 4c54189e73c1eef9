import type { Ctx, Database, Scope } from "@guildhall/db";
import { quoteName, referenceOrder, type Table } from "@guildhall/db/copy";
import { CompiledQuery } from "kysely";
import { isTenant, readTenantTables } from "../transfer/format/tenant-tables.ts";

interface Options {
  readonly database: Database;
  readonly scope: Scope;
  /** Rows in one transaction. */
  readonly batch: number;
}

/**
 * Removes every row of a closed hall, its own row last, as the app itself: row-level security keeps it to this tenant,
 * and the database refuses it for one that is not closed. In small transactions, so that it can be cut off anywhere
 * and begun again.
 */
export async function removeRows({ database, scope, batch }: Options): Promise<void> {
  const inside = <Result>(work: (ctx: Ctx) => Promise<Result>) => database.withTenant(scope, work);
  const { tables, late } = referenceOrder(await inside(readTenantTables));

  for (const table of tables)
    for (const column of (late.get(table.key) ?? []).flatMap(({ nullable }) => nullable))
      await untilNone(batch, () => inside((ctx) => run(ctx, cutReferences(table, column, batch))));
  for (const table of tables.toReversed().filter((each) => !isTenant(each)))
    await untilNone(batch, () => inside((ctx) => run(ctx, deleteSome(table, batch))));
  // Whatever came in meanwhile stops this by its foreign key; then the job begins again.
  await inside((ctx) => ctx.db.deleteFrom("tenant").where("id", "=", ctx.tenant.id).execute());
}

async function untilNone(batch: number, some: () => Promise<number>): Promise<void> {
  for (let count = batch; count === batch; ) count = await some();
}

/** Empties a reference that would keep its target, or itself, from going first. */
function cutReferences(table: Table, column: string, batch: number): string {
  const [name, reference] = [quoteName(table.name), quoteName(column)];
  return `update ${name} set ${reference} = null
    where ctid = any (array(select ctid from ${name} where ${ofTenant(table)} and ${reference} is not null limit ${batch}))`;
}

function deleteSome(table: Table, batch: number): string {
  const name = quoteName(table.name);
  return `delete from ${name} where ctid = any (array(select ctid from ${name} where ${ofTenant(table)} limit ${batch}))`;
}

/** Said here as well as by the policy, for the index. */
function ofTenant(table: Table): string {
  return `${isTenant(table) ? "id" : "tenant_id"} = current_tenant()`;
}

async function run(ctx: Ctx, statement: string): Promise<number> {
  const { numAffectedRows = 0n } = await ctx.db.executeQuery(CompiledQuery.raw(statement));
  return Number(numAffectedRows);
}
