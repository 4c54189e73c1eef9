import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** How many records have something, exact up to a cap; `more` when there are others beyond. */
export interface Use {
  readonly count: number;
  readonly more: boolean;
}

const cap = 10_000;

/** How many records each of these fields is filled in for, or each of these tags is on. */
export async function countUse(ctx: Ctx, ids: readonly Id<"field" | "tag">[]): Promise<ReadonlyMap<string, Use>> {
  const { rows } = await sql<{ id: string; count: number; more: boolean }>`
    select asked.id, seen.count::int, seen.entries > ${cap} as more
    from unnest(${ids}::uuid[]) asked (id), lateral (
      select count(distinct e.subject_id) as count, count(*) as entries from (
        select subject_id from field_entry
        where tenant_id = ${ctx.tenant.id} and field_id = asked.id limit ${cap + 1}) e
    ) seen`.execute(ctx.db);
  return new Map(rows.map(({ id, count, more }) => [id, { count: Math.min(count, cap), more }]));
}

/** How often each answer of a select is given. */
export async function countAnswers(
  ctx: Ctx,
  fieldId: Id<"field">,
  options: readonly string[],
): Promise<ReadonlyMap<string, Use>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select asked.id, (select count(*)::int from (
      select from field_entry
      where tenant_id = ${ctx.tenant.id} and field_id = ${fieldId} and key = asked.id limit ${cap + 1}) e) as count
    from unnest(${options}::text[]) asked (id)`.execute(ctx.db);
  return new Map(rows.map(({ id, count }) => [id, { count: Math.min(count, cap), more: count > cap }]));
}
