import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { NewIdentity } from "../plan/plan-batch.ts";
import { PlanOutdated, type Writing } from "./writing.ts";

/**
 * Gives people their new identities, in the order of the file. One that somebody else got meanwhile is theirs: the
 * batch is planned anew, and the row matches them.
 */
export async function writeIdentities(
  ctx: Ctx,
  identities: readonly NewIdentity[],
  { changeSetId, source }: Writing,
): Promise<void> {
  if (identities.length === 0) return;
  const { rows } = await sql<{ count: number }>`
    with made as (
      insert into person_identity (tenant_id, person_id, kind, provider, value, source, created_at)
      select ${ctx.tenant.id}, r."personId", r.kind, r.provider, r.value, ${source}, ${ctx.clock.now()}
      from json_to_recordset(${JSON.stringify(identities)}::json) as r ("personId" uuid, kind text, provider text, value text)
      on conflict do nothing
      returning *
    ), kept as (
      insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, after)
      select tenant_id, ${changeSetId}, 'person_identity', id, person_id, to_jsonb(made) from made
    )
    select count(*) as count from made`.execute(ctx.db);
  if (rows[0]?.count !== identities.length) throw new PlanOutdated();
}
