import type { Id } from "@guildhall/core";
import { notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { z } from "zod";
import { differencesOf } from "./join-records.ts";
import type { PersonRow } from "./lock-pair.ts";
import { mergePolicy } from "./merge.policy.ts";
import type { MergePreview } from "./merge.ts";

interface Ids {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
}

/** What merging these two would come to, with the choice that it would make by itself. */
export async function previewMerge(ctx: Ctx, { keptId, mergedId }: Ids): Promise<MergePreview> {
  mergePolicy.require(ctx.actor, "merge", null);
  const rows = await ctx.db
    .selectFrom("person")
    .selectAll()
    .where("id", "in", [keptId, mergedId])
    .where("canonical_id", "is", null)
    .where("erased_at", "is", null)
    .execute();
  const [kept, merged] = [rows.find(({ id }) => id === keptId), rows.find(({ id }) => id === mergedId)];
  if (!kept || !merged || kept === merged) throw notFound();
  return {
    keptId,
    mergedId,
    differences: differencesOf({ kept, merged }),
    gains: { ...(await countGains(ctx, mergedId)), tags: newTags(kept, merged) },
  };
}

const gains = z.object({
  identities: z.number(),
  relationships: z.number(),
  positions: z.number(),
  logins: z.number(),
});

async function countGains(ctx: Ctx, mergedId: Id<"person">) {
  const { rows } = await sql`
    select (select count(*)::int from person_identity where person_id = c.id) as identities,
      (select count(*)::int from relationship where from_person_id = c.id or to_person_id = c.id) as relationships,
      (select count(*)::int from affiliation where person_id = c.id) as positions,
      (select count(*)::int from resolved_login where person_id = c.id) as logins
    from (select ${mergedId}::uuid as id) c`.execute(ctx.db);
  return gains.parse(rows[0]);
}

function newTags(kept: PersonRow, merged: PersonRow): number {
  return merged.tag_ids.filter((tag) => !kept.tag_ids.includes(tag)).length;
}

/** The records that were merged into this one, newest first. */
export async function listMerged(
  ctx: Ctx,
  keptId: Id<"person">,
): Promise<{ personId: Id<"person">; fullName: string; mergedAt: Date; changeSetId: Id<"change_set"> }[]> {
  mergePolicy.require(ctx.actor, "view", null);
  return ctx.db
    .selectFrom("person_merge as m")
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "m.tenant_id").onRef("p.id", "=", "m.merged_person_id"),
    )
    .select([
      "p.id as personId",
      "p.full_name as fullName",
      "m.merged_at as mergedAt",
      "m.change_set_id as changeSetId",
    ])
    .where("m.kept_person_id", "=", keptId)
    .orderBy("m.merged_at", "desc")
    .orderBy("m.id", "desc")
    .limit(200)
    .execute();
}
