import type { Ctx, GridSource, Sql } from "@guildhall/db";
import { sql } from "kysely";
import type { BulkReasons, BulkSkipReason } from "./bulk-edit-input.ts";
import type { Assignment } from "./check-change.ts";

/** A batch of rows that are changed in one transaction. */
export interface Batch {
  readonly source: Pick<GridSource<never>, "table" | "base">;
  /** What the table is called among change sets. */
  readonly subjectType: "person" | "company";
  readonly ids: readonly string[];
  readonly changeSetId: string;
}

export interface BatchOutcome {
  readonly changed: number;
  readonly reasons: BulkReasons;
}

/**
 * Gives these columns to the rows that differ, and keeps what they were. Rows are locked in the order of their ids, so
 * that two of these at once wait for each other instead of falling out. The version counts, as for any change.
 */
export async function changeRows(
  ctx: Ctx,
  { source, subjectType, ids: asked, changeSetId }: Batch,
  columns: readonly Assignment[],
): Promise<BatchOutcome> {
  const { ids, left } = withoutExcepted(asked, columns);
  const now = ctx.clock.now();
  const images = (of: "old" | "new") =>
    sql`jsonb_build_object(${sql.join([...columns, { column: "updated_at" }].flatMap(({ column }) => [sql`${sql.lit(column)}::text`, sql.ref(`${of}.${column}`)]))})`;
  const differs = sql`(${sql.join(columns.map(({ column }) => sql.ref(`r.${column}`)))}) is distinct from (${sql.join(columns.map(({ value }) => value))})`;
  const { rows } = await sql<{ locked: number; changed: number }>`
    with locked as materialized (
      select r.id from ${source.table} r where r.id = any (${[...ids]}::uuid[]) and ${source.base} order by r.id for update
    ), changed as (
      update ${source.table} r set ${sql.join(columns.map(({ column, value }) => sql`${sql.ref(column)} = ${value}`))},
        version = r.version + 1, updated_at = ${now}
      from locked l where r.id = l.id and ${differs}
      returning r.id, r.version, ${images("old")} as before, ${images("new")} as after
    ), kept as (
      insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, person_id, before, after)
      select ${ctx.tenant.id}::uuid, ${changeSetId}::uuid, ${subjectType}, c.id, c.version, ${personOf(subjectType)},
        ${onlyChanged("before", "after")}, ${onlyChanged("after", "before")}
      from changed c
    )
    select (select count(*) from locked) as locked, (select count(*) from changed) as changed`.execute(ctx.db);
  const { locked, changed } = rows[0] ?? { locked: 0, changed: 0 };
  return { changed, reasons: { ...left, unchanged: locked - changed, gone: ids.length - locked } };
}

/** Those whom all of it is for, and how many it is not for, by why. */
function withoutExcepted(asked: readonly string[], columns: readonly Assignment[]) {
  const left: Partial<Record<BulkSkipReason, number>> = {};
  let ids = asked;
  for (const { except } of columns) {
    if (!except) continue;
    const rest = ids.filter((id) => !except.ids.includes(id));
    left[except.reason] = ids.length - rest.length;
    ids = rest;
  }
  return { ids, left };
}

const personOf = (subjectType: Batch["subjectType"]): Sql => (subjectType === "person" ? sql`c.id` : sql`null::uuid`);

const onlyChanged = (one: "before" | "after", other: "before" | "after"): Sql =>
  sql`(select jsonb_object_agg(e.key, e.value) from jsonb_each(${sql.ref(`c.${one}`)}) e
    where e.value is distinct from ${sql.ref(`c.${other}`)} -> e.key)`;
