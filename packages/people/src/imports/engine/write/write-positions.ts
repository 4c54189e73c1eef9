import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Position } from "../plan/person-state.ts";
import { keepImages } from "./keep-images.ts";
import { PlanOutdated, type Writing } from "./writing.ts";

/** Gives people their new positions. */
export async function writePositions(
  ctx: Ctx,
  positions: readonly Position[],
  { changeSetId }: Writing,
): Promise<void> {
  if (positions.length === 0) return;
  const { rows } = await sql<{ count: number }>`
    with made as (
      insert into affiliation (tenant_id, id, person_id, company_id, title, source, created_at)
      select ${ctx.tenant.id}, r.id, r."personId", r."companyId", r.title, r.source, ${ctx.clock.now()}
      from json_to_recordset(${JSON.stringify(positions)}::json)
        as r (id uuid, "personId" uuid, "companyId" uuid, title text, source text)
      on conflict do nothing
      returning *
    ), kept as (
      insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, after)
      select tenant_id, ${changeSetId}, 'affiliation', id, person_id, to_jsonb(made) from made
    )
    select count(*) as count from made`.execute(ctx.db);
  if (rows[0]?.count !== positions.length) throw new PlanOutdated();
}

/** Writes the titles of positions that were there. */
export async function retitlePositions(
  ctx: Ctx,
  positions: readonly Position[],
  { changeSetId }: Writing,
): Promise<void> {
  if (positions.length === 0) return;
  const rows = positions.map(({ id, title, storedTitle }) => ({ id, title, stored: storedTitle }));
  const { numAffectedRows } = await sql`
    update affiliation a set title = r.title
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, title text, stored text)
    where a.tenant_id = ${ctx.tenant.id} and a.id = r.id and a.title is not distinct from r.stored`.execute(ctx.db);
  if (Number(numAffectedRows) !== positions.length) throw new PlanOutdated();
  const images = positions.map(({ id, personId, title, storedTitle }) => ({
    id,
    person: personId,
    before: { title: storedTitle },
    after: { title },
  }));
  await keepImages(ctx, changeSetId, "affiliation", images);
}
