import type { Id } from "@guildhall/core";
import { type Ctx, savepoint, sqlState } from "@guildhall/db";
import { sql } from "kysely";
import type { RowImage } from "./plan-restore.ts";
import type { Item } from "./read-items.ts";
import { countsVersions, isKept, namedByEntries, type UndoableTable } from "./undoable-tables.ts";

/** What was written, and the rows that something stood in the way of. */
export interface Written {
  readonly done: number;
  readonly inUse: readonly Id<string>[];
}

export interface Patch {
  readonly id: Id<string>;
  readonly patch: RowImage;
}

/** Writes columns back. */
export function restoreRows(ctx: Ctx, table: UndoableTable, patches: readonly Patch[]): Promise<Written> {
  const target = sql.table(table);
  return inOneOrByOne(ctx, patches, async (some) => {
    const columns = [...new Set(some.flatMap(({ patch }) => Object.keys(patch)))];
    if (columns.length === 0) return;
    const assignments = columns.map(
      (column) =>
        sql`${sql.ref(column)} = case when r.patch ? ${column} then p.${sql.ref(column)} else t.${sql.ref(column)} end`,
    );
    const given = JSON.stringify(some);
    await sql`
      update ${target} t set ${sql.join(assignments)}
      from (select (e ->> 'id')::uuid as id, e -> 'patch' as patch from jsonb_array_elements(${given}::jsonb) e) r,
        lateral jsonb_populate_record(null::${target}, r.patch) p
      where t.id = r.id`.execute(ctx.db);
    if (table === "company" && columns.includes("parent_id")) await refuseCircles(ctx, some);
  });
}

/** A company that stands below itself, however far up. */
class Circle extends Error {}

async function refuseCircles(ctx: Ctx, moved: readonly { readonly id: Id<string> }[]): Promise<void> {
  const ids = moved.map(({ id }) => id);
  const { rows } = await sql`
    with recursive up (start, parent_id) as (
      select c.id, c.parent_id from company c where c.tenant_id = ${ctx.tenant.id} and c.id = any (${ids}::uuid[])
      union
      select up.start, c.parent_id from up join company c on c.tenant_id = ${ctx.tenant.id} and c.id = up.parent_id
    ) select from up where parent_id = start limit 1`.execute(ctx.db);
  if (rows.length > 0) throw new Circle();
}

/** Puts removed rows back; their versions go on from where their facts stand. */
export async function bringBackRows(ctx: Ctx, table: UndoableTable, items: readonly Item[]): Promise<Written> {
  const written = { done: 0, inUse: [] as Id<string>[] };
  const rows = items.map(({ id, before, version }) => ({ id, version, before }));
  for (const alike of groupByColumns(table, rows)) {
    const part = await inOneOrByOne(ctx, alike.rows, (some) => insert(ctx, table, { ...alike, rows: some }));
    written.done += part.done;
    written.inUse.push(...part.inUse);
  }
  return written;
}

/** Takes rows out. */
export function removeRows(ctx: Ctx, table: UndoableTable, ids: readonly { id: Id<string> }[]): Promise<Written> {
  const target = sql.table(table);
  const unnamed = sql`and not exists (select from field_entry e where e.tenant_id = t.tenant_id and e.field_id = t.id)`;
  return inOneOrByOne(ctx, ids, async (some) => {
    const { numAffectedRows = 0n } = await sql`
      delete from ${target} t where t.id = any (${some.map(({ id }) => id)}::uuid[])
        ${namedByEntries.has(table) ? unnamed : sql``}`.execute(ctx.db);
    if (Number(numAffectedRows) < some.length) throw new StillNamed();
  });
}

/** A tag or a field that records still have. */
class StillNamed extends Error {}

interface Removed {
  readonly id: Id<string>;
  readonly version: number | null;
  readonly before: RowImage;
}

interface Alike {
  readonly columns: readonly string[];
  readonly rows: readonly Removed[];
}

/** Rows whose images have the same columns, so that columns of later days get their defaults. */
function groupByColumns(table: UndoableTable, rows: readonly Removed[]): Alike[] {
  const groups = new Map<string, { columns: string[]; rows: Removed[] }>();
  for (const row of rows) {
    const columns = Object.keys(row.before).filter((column) => isKept(table, column));
    const group = groups.get(columns.join()) ?? { columns, rows: [] };
    group.rows.push(row);
    groups.set(columns.join(), group);
  }
  return [...groups.values()];
}

async function insert(ctx: Ctx, table: UndoableTable, { columns, rows }: Alike): Promise<void> {
  const target = sql.table(table);
  const counted = countsVersions.has(table);
  const names = [...columns, ...(counted ? ["version"] : [])].map((column) => sql.ref(column));
  const values = columns.map((column) => sql`p.${sql.ref(column)}`);
  const version = sql`coalesce(greatest((r.before ->> 'version')::bigint, r.version,
    (select max(f.subject_version) from fact f where f.subject_type = ${table} and f.subject_id = r.id)), 1)`;
  await sql`
    insert into ${target} (${sql.join(names)})
    select ${sql.join(counted ? [...values, version] : values)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, version bigint, before jsonb),
      lateral jsonb_populate_record(null::${target}, r.before) p`.execute(ctx.db);
}

/** All at once; where something stands in the way, each by itself, again and again while any gets through. */
async function inOneOrByOne<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  rows: readonly Row[],
  write: (some: readonly Row[]) => Promise<void>,
): Promise<Written> {
  if (rows.length === 0) return { done: 0, inUse: [] };
  if (await goesThrough(ctx, () => write(rows))) return { done: rows.length, inUse: [] };
  let left = rows;
  for (let before = rows.length + 1; left.length > 0 && left.length < before; ) {
    before = left.length;
    const refused: Row[] = [];
    for (const row of left) if (!(await goesThrough(ctx, () => write([row])))) refused.push(row);
    left = refused;
  }
  return { done: rows.length - left.length, inUse: left.map(({ id }) => id) };
}

const uniqueViolation = "23505";
const foreignKeyViolation = "23503";

async function goesThrough(ctx: Ctx, work: () => Promise<void>): Promise<boolean> {
  try {
    await savepoint(ctx.db, work);
    return true;
  } catch (error) {
    const state = sqlState(error);
    if (
      error instanceof StillNamed ||
      error instanceof Circle ||
      state === uniqueViolation ||
      state === foreignKeyViolation
    )
      return false;
    throw error;
  }
}
