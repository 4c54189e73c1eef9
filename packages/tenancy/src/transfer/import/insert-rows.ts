import { join } from "node:path";
import { invalid } from "@guildhall/core";
import { type Ctx, sqlState } from "@guildhall/db";
import { quoteName } from "@guildhall/db/copy";
import { CompiledQuery } from "kysely";
import { accountTable, isTenant, namesBytes, storageKeyColumn } from "../format/tenant-tables.ts";
import type { UserIds } from "./adopt-users.ts";
import type { PlannedTable } from "./plan-import.ts";
import { batchesOf } from "./read-lines.ts";

/** Puts the rows of a table in, all but what waits for other rows; resolves to how many. */
export async function insertRows(ctx: Ctx, planned: PlannedTable, directory: string, users: UserIds): Promise<number> {
  let rows = 0;
  for await (const lines of rowsOf(planned, directory)) rows += await insertBatch(ctx, planned, lines, users);
  return rows;
}

/** Fills in what waited for other rows. */
export async function updateLate(ctx: Ctx, planned: PlannedTable, directory: string): Promise<void> {
  if (planned.late.length === 0) return;
  const { table, late } = planned;
  const columns = late.map(quoteName);
  const text = `update ${quoteName(table.name)} t set ${columns.map((column) => `${column} = p.${column}`).join(", ")}
    from ${given(table.name)}
    where ${table.primaryKey.map((column) => `t.${quoteName(column)} = p.${quoteName(column)}`).join(" and ")}
      and (${columns.map((column) => `p.${column} is not null`).join(" or ")})`;
  for await (const lines of rowsOf(planned, directory)) await run(ctx, planned, text, [asArray(lines)]);
}

/**
 * Every row, or an error: one with a column that the manifest does not name, or that names bytes of another tenant's,
 * is left out by the statement, and then the count is wrong. One of another tenant's is refused by row-level security.
 */
export async function insertBatch(
  ctx: Ctx,
  planned: PlannedTable,
  lines: readonly string[],
  users: UserIds,
): Promise<number> {
  const { table, columns, late } = planned;
  const now = columns.filter(({ name }) => !late.includes(name));
  const text = `insert into ${quoteName(table.name)} (${now.map(({ name }) => quoteName(name)).join(", ")})
    select ${now.map((column) => expressionFor(planned, column)).join(", ")}
    from ${given(table.name)}
    where l.line - $2::text[] = '{}' and $3::jsonb is not null and $4::text is not null
      ${namesBytes(table) ? `and starts_with(p.${storageKeyColumn}, $4 || '/')` : ""}`;
  const all = asArray(lines);
  const parameters = [all, columns.map(({ name }) => name), JSON.stringify(idsIn(all, users)), ctx.tenant.id];
  const inserted = await run(ctx, planned, text, parameters);
  if (inserted !== lines.length) throw invalid("transfer.row-refused", {}, { table: table.name });
  return inserted;
}

function rowsOf({ table }: PlannedTable, directory: string): AsyncGenerator<string[]> {
  return batchesOf(join(directory, "tables", table.name));
}

/** $1 as rows: "line", the JSON itself, and "p", the same as a row of the table. */
function given(table: string): string {
  return `jsonb_array_elements($1::jsonb) as l (line), jsonb_populate_record(null::${quoteName(table)}, l.line) as p`;
}

/** JSON's own null in a jsonb column is a value, which only the line itself still knows; ids of users change. */
function expressionFor({ table }: PlannedTable, { name, type }: { name: string; type: string }): string {
  const column = quoteName(name);
  if (type === "jsonb" || type === "json") return `(l.line -> '${name.replaceAll("'", "''")}')::${type}`;
  if (type !== "uuid") return `p.${column}`;
  const refersToUser = table.foreignKeys.some(
    ({ target, columns }) => target === accountTable && columns.includes(name),
  );
  const here = `($3::jsonb ->> p.${column}::text)::uuid`;
  if (refersToUser) return here;
  return /(?:^|_)user_id$/.test(name) ? `coalesce(${here}, p.${column})` : `p.${column}`;
}

const anyUuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Those users that the rows name, so that a statement carries no more of them than it needs. */
function idsIn(text: string, users: UserIds): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [id] of text.matchAll(anyUuid)) {
    const here = users.get(id);
    if (here) named[id] = here;
  }
  return named;
}

const asArray = (lines: readonly string[]) => `[${lines.join(",")}]`;

async function run(ctx: Ctx, { table }: PlannedTable, text: string, parameters: unknown[]): Promise<number> {
  try {
    const { numAffectedRows = 0n } = await ctx.db.executeQuery(CompiledQuery.raw(text, parameters));
    return Number(numAffectedRows);
  } catch (error) {
    if (isTenant(table) && sqlState(error) === uniqueViolation) throw error; // somebody was faster; importTenant says so
    const reason = sqlState(error);
    throw reason && ofTheData.test(reason) ? invalid("transfer.row-refused", {}, { table: table.name, reason }) : error;
  }
}

const uniqueViolation = "23505";

/** Data exceptions, broken constraints, and rows that row-level security refuses. */
const ofTheData = /^2[23]|^42501$/;
