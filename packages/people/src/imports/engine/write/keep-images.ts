import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

interface KeptImage {
  readonly id: string;
  readonly version?: number | null;
  readonly person?: Id<"person"> | null;
  readonly before: object | null;
  readonly after: object;
}

/** Where a row has changed in this change set before, it keeps what it was at first, and gets what it is now. */
const ratherMerge = sql`
  on conflict (tenant_id, change_set_id, subject_type, subject_id) do update set
    before = case when change_set_item.before is null then null else excluded.before || change_set_item.before end,
    after = change_set_item.after || excluded.after`;

/** Adds images of changed rows to a change set. */
export async function keepImages(
  ctx: Ctx,
  changeSetId: Id<"change_set">,
  subjectType: string,
  images: readonly KeptImage[],
): Promise<void> {
  if (images.length === 0) return;
  await sql`
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, person_id, before, after)
    select ${ctx.tenant.id}, ${changeSetId}, ${subjectType}, r.id, r.version, r.person, r.before, r.after
    from jsonb_to_recordset(${JSON.stringify(images)}::jsonb)
      as r (id uuid, version bigint, person uuid, before jsonb, after jsonb)
    ${ratherMerge}`.execute(ctx.db);
}
