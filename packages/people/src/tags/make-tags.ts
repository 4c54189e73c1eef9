import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { recordChanges } from "@guildhall/tenancy";
import { sql } from "kysely";
import { tagKey } from "./tag.ts";

export interface TagToMake {
  readonly id: Id<"tag">;
  readonly name: string;
}

/**
 * Makes tags, and resolves to those that nobody else made meanwhile. They are made in the order of their keys, so that two
 * who make the same never wait for each other. In a change set they are taken back with it.
 */
export async function makeTags(ctx: Ctx, tags: readonly TagToMake[], changeSetId: Id<"change_set"> | null = null) {
  if (tags.length === 0) return [];
  const rows = tags.map(({ id, name }) => ({ id, name, key: tagKey(name) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const { rows: made } = await sql<TagToMake & { name_key: string }>`
    with made as (
      insert into tag (tenant_id, id, name, name_key, created_at)
      select ${ctx.tenant.id}, r.id, r.name, r.key, ${ctx.clock.now()}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, name text, key text)
      on conflict (tenant_id, name_key) do nothing
      returning *
    ), kept as (
      insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, after)
      select tenant_id, ${changeSetId}::uuid, 'tag', id, to_jsonb(made) from made where ${changeSetId}::uuid is not null
    )
    select id, name, name_key from made`.execute(ctx.db);
  await recordChanges(
    ctx,
    made.map(({ id, name }) => ({
      action: "tag.created",
      subjectType: "tag",
      subjectId: id,
      changeSetId,
      before: null,
      after: { name },
    })),
  );
  return made;
}
