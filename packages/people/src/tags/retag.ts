import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** How many records a tag was taken off, and the change set by which they get it back. */
export interface Retagged {
  readonly count: number;
  readonly changeSetId: Id<"change_set">;
}

interface Retagging {
  readonly from: Id<"tag">;
  /** Null takes it away. */
  readonly to: Id<"tag"> | null;
  readonly changeSetId: Id<"change_set">;
}

/**
 * Takes a tag off every person and company that has it, and puts another one in its place, once each; remembers what they
 * had. One statement for however many. Resolves to how many records changed.
 */
export async function retag(ctx: Ctx, change: Retagging): Promise<number> {
  return (await retagTable(ctx, "person", change)) + (await retagTable(ctx, "company", change));
}

async function retagTable(
  ctx: Ctx,
  table: "person" | "company",
  { from, to, changeSetId }: Retagging,
): Promise<number> {
  const person = table === "person" ? sql`n.id` : sql`null::uuid`;
  const { numAffectedRows = 0n } = await sql`
    with had as (
      select t.id, t.tag_ids, t.updated_at from ${sql.table(table)} t
      where t.tenant_id = ${ctx.tenant.id} and ${from} = any (t.tag_ids) and t.id in (
        select e.subject_id from field_entry e
        where e.tenant_id = ${ctx.tenant.id} and e.field_id = ${from} and e.key = '')
      order by t.id for update),
    now as (
      update ${sql.table(table)} t set updated_at = ${ctx.clock.now()}, tag_ids =
        case when ${to}::uuid is null or ${to}::uuid = any (had.tag_ids) then array_remove(had.tag_ids, ${from}::uuid)
        else array_replace(had.tag_ids, ${from}::uuid, ${to}::uuid) end
      from had where t.tenant_id = ${ctx.tenant.id} and t.id = had.id
      returning t.id, t.version, t.tag_ids, t.updated_at)
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, person_id, before, after)
    select ${ctx.tenant.id}::uuid, ${changeSetId}::uuid, ${table}, n.id, n.version, ${person},
      jsonb_build_object('tag_ids', had.tag_ids, 'updated_at', had.updated_at),
      jsonb_build_object('tag_ids', n.tag_ids, 'updated_at', n.updated_at)
    from now n join had on had.id = n.id`.execute(ctx.db);
  return Number(numAffectedRows);
}
