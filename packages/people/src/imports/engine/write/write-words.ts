import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { sortName } from "../../../people/sort-name.ts";
import { makeTags } from "../../../tags/make-tags.ts";
import type { FieldRule, NewCompany, NewTag } from "../plan/words.ts";
import { keepImages } from "./keep-images.ts";
import { PlanOutdated, type Writing } from "./writing.ts";

/** Makes tags. One that somebody else made meanwhile is used: the batch is planned anew. */
export async function writeTags(ctx: Ctx, tags: readonly NewTag[], { changeSetId }: Writing): Promise<void> {
  const made = await makeTags(ctx, tags, changeSetId);
  if (made.length !== tags.length) throw new PlanOutdated();
}

export async function writeCompanies(
  ctx: Ctx,
  companies: readonly NewCompany[],
  { changeSetId, source }: Writing,
): Promise<void> {
  if (companies.length === 0) return;
  const now = ctx.clock.now();
  const rows = companies.map(({ id, name }) => ({ id, name, sort: sortName({ fullName: name }) }));
  await sql`
    with made as (
      insert into company (tenant_id, id, name, sort_name, source, created_at, updated_at)
      select ${ctx.tenant.id}, r.id, r.name, r.sort, ${source}, ${now}, ${now}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, name text, sort text)
      returning *
    )
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, after)
    select tenant_id, ${changeSetId}, 'company', id, version, to_jsonb(made) from made`.execute(ctx.db);
}

/** Adds what was chosen to the options of fields that this import made. */
export async function writeOptions(ctx: Ctx, fields: readonly FieldRule[], { changeSetId }: Writing): Promise<void> {
  for (const { id, options } of fields) {
    const { rows } = await sql<{ before: unknown }>`
      update field set options = ${JSON.stringify(options)}::jsonb where id = ${id} returning old.options as before`.execute(
      ctx.db,
    );
    const images = rows.map(({ before }) => ({ id, before: { options: before }, after: { options } }));
    await keepImages(ctx, changeSetId, "field", images);
  }
}
