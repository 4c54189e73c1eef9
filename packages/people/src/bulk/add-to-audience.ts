import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Batch, BatchOutcome } from "./change-rows.ts";

/** Puts people on a list; those who are on it already stay. */
export async function addToAudience(
  ctx: Ctx,
  { source, ids, changeSetId }: Batch,
  audienceId: string,
): Promise<BatchOutcome> {
  const tenantId = ctx.tenant.id;
  const { rows } = await sql<{ there: number; added: number }>`
    with there as materialized (
      select r.id from ${source.table} r where r.id = any (${[...ids]}::uuid[]) and ${source.base} order by r.id for key share
    ), added as (
      insert into audience_member (tenant_id, audience_id, person_id, added_at)
      select ${tenantId}::uuid, ${audienceId}::uuid, t.id, ${ctx.clock.now()}::timestamptz from there t order by t.id
      on conflict (tenant_id, audience_id, person_id) do nothing
      returning *
    ), kept as (
      insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, before, after)
      select ${tenantId}::uuid, ${changeSetId}::uuid, 'audience_member', a.id, a.person_id, null, to_jsonb(a) from added a
    )
    select (select count(*) from there) as there, (select count(*) from added) as added`.execute(ctx.db);
  const { there, added } = rows[0] ?? { there: 0, added: 0 };
  return { changed: added, reasons: { unchanged: there - added, gone: ids.length - there } };
}
