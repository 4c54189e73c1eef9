import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { z } from "zod";
import type { RowImage } from "./plan-restore.ts";
import type { UndoableTable } from "./undoable-tables.ts";

/** What a change set did to a row, by what its images hold. */
type ItemKind = "changed" | "made" | "removed" | "erased";

export interface Item {
  readonly id: Id<string>;
  readonly version: number | null;
  /** The row as it is, locked; null where it is gone. */
  readonly now: RowImage | null;
  readonly before: RowImage;
  readonly after: RowImage;
}

export interface Batch {
  readonly table: UndoableTable;
  readonly items: readonly Item[];
}

interface Wanted {
  readonly changeSetId: Id<"change_set">;
  readonly table: UndoableTable;
  readonly kind: ItemKind;
}

const size = 1_000;

const conditions = {
  changed: sql`redacted_at is null and before is not null and after is not null`,
  made: sql`redacted_at is null and before is null`,
  removed: sql`redacted_at is null and after is null`,
  erased: sql`redacted_at is not null`,
} as const;

/** A change set's items of one table and kind, in batches, their rows locked in the order of their ids. */
export async function* readItems(ctx: Ctx, { changeSetId, table, kind }: Wanted): AsyncGenerator<Batch> {
  let last: string | null = null;
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select subject_id as id from change_set_item
      where change_set_id = ${changeSetId} and subject_type = ${table} and ${conditions[kind]}
        and (${last}::uuid is null or subject_id > ${last}::uuid)
      order by subject_id limit ${size}`.execute(ctx.db);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await ctx.db.selectFrom(table).select("id").where("id", "in", asIds(ids)).orderBy("id").forUpdate().execute();
    yield { table, items: await imagesOf(ctx, { changeSetId, table, kind }, ids) };
    last = ids.at(-1) ?? null;
    if (ids.length < size) return;
  }
}

function asIds(ids: readonly string[]): Id<never>[] {
  return ids as Id<never>[];
}

const itemRow = z.object({
  id: z.string(),
  version: z.number().nullable(),
  now: z.record(z.string(), z.unknown()).nullable(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  keys: z.array(z.string()),
});

/** Images are written the way the database writes the row, so that they compare; only with the columns that they had. */
async function imagesOf(ctx: Ctx, { changeSetId, table }: Wanted, ids: readonly string[]): Promise<Item[]> {
  const target = sql.table(table);
  const image = (column: "before" | "after") =>
    sql`to_jsonb(jsonb_populate_record(null::${target}, coalesce(i.${sql.ref(column)}, '{}')))`;
  const { rows } = await sql`
    select i.subject_id as id, i.subject_version as version, to_jsonb(t) as now, ${image("before")} as before,
      ${image("after")} as after,
      array(select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}'))) as keys
    from change_set_item i left join ${target} t on t.tenant_id = i.tenant_id and t.id = i.subject_id
    where i.change_set_id = ${changeSetId} and i.subject_type = ${table} and i.subject_id = any (${ids}::uuid[])
    order by i.subject_id`.execute(ctx.db);
  return rows.map((row) => {
    const { keys, id, ...item } = itemRow.parse(row);
    const only = (values: RowImage) =>
      Object.fromEntries(keys.filter((key) => key in values).map((key) => [key, values[key]]));
    return { ...item, id: id as Id<string>, before: only(item.before), after: only(item.after) };
  });
}
