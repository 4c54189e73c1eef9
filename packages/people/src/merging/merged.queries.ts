import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { mergePolicy } from "./merge.policy.ts";
import { countGains } from "./merge.queries.ts";
import type { MergeGains } from "./merge.ts";

/** A record that was merged into another, for as long as it is. */
export interface MergedRecord {
  readonly personId: Id<"person">;
  readonly fullName: string;
  readonly mergedAt: Date;
  readonly changeSetId: Id<"change_set">;
  /** Into which record: the one that stays, or one that was merged on since. */
  readonly intoId: Id<"person">;
  readonly intoName: string;
  /** Whether what it was merged into was merged on, so that that has to come apart first. */
  readonly laterFirst: boolean;
}

/** The records that were merged into this one, those merged into them too, newest first. */
export async function listMerged(ctx: Ctx, keptId: Id<"person">): Promise<MergedRecord[]> {
  mergePolicy.require(ctx.actor, "view", null);
  return ctx.db
    .selectFrom("person_merge as m")
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "m.tenant_id").onRef("p.id", "=", "m.merged_person_id"),
    )
    .innerJoin("person as k", (join) =>
      join.onRef("k.tenant_id", "=", "m.tenant_id").onRef("k.id", "=", "m.kept_person_id"),
    )
    .select([
      "p.id as personId",
      "p.full_name as fullName",
      "m.merged_at as mergedAt",
      "m.change_set_id as changeSetId",
      "k.id as intoId",
      "k.full_name as intoName",
    ])
    .select(sql<boolean>`k.canonical_id is not null`.as("laterFirst"))
    .where("p.canonical_id", "=", keptId)
    .orderBy("m.merged_at", "desc")
    .orderBy("m.id", "desc")
    .limit(200)
    .execute();
}

/** What a record that was merged gets back when it parts: all that belongs to it, and to those merged into it before. */
export async function previewUnmerge(ctx: Ctx, mergedId: Id<"person">): Promise<MergeGains> {
  mergePolicy.require(ctx.actor, "merge", null);
  const person = await ctx.db
    .selectFrom("person")
    .select("tag_ids")
    .where("id", "=", mergedId)
    .where("canonical_id", "is not", null)
    .executeTakeFirst();
  if (!person) throw notFound();
  const { rows } = await sql<{ id: Id<"person"> }>`
    with recursive own (id) as (
      select ${mergedId}::uuid
      union
      select m.merged_person_id from own join person_merge m on m.kept_person_id = own.id
    )
    select id from own`.execute(ctx.db);
  const own = await countGains(
    ctx,
    rows.map(({ id }) => id),
  );
  return { ...own, tags: person.tag_ids.length };
}
