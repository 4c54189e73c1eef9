import type { Actor, Id } from "@guildhall/core";
import { notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { z } from "zod";
import { listFields } from "../fields/field.queries.ts";
import { clusterOf } from "../people/resolve-person.ts";
import { findRole } from "../staff/roster.ts";
import { mayGiveRole } from "../staff/staff.policy.ts";
import { differencesOf } from "./join-records.ts";
import type { PersonRow } from "./lock-pair.ts";
import { mergePolicy } from "./merge.policy.ts";
import type { MergeDifference, MergePreview, MergeSide } from "./merge.ts";

interface Ids {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
}

/** What merging these two would come to, with the choice that it would make by itself. */
export async function previewMerge(ctx: Ctx, asked: Ids): Promise<MergePreview> {
  mergePolicy.require(ctx.actor, "merge", null);
  const { kept, merged } = await readPair(ctx, asked);
  const differences = differencesOf({ kept: kept.row, merged: merged.row });
  return {
    keptId: kept.row.id,
    mergedId: merged.row.id,
    kept: kept.side,
    merged: merged.side,
    refusal: refusalOf(ctx.actor, kept.side, merged.side),
    differences,
    names: await namesAmong(ctx, differences),
    gains: { ...(await countGains(ctx, merged.cluster)), tags: newTags(kept.row, merged.row) },
  };
}

interface Read {
  readonly row: PersonRow;
  readonly cluster: readonly Id<"person">[];
  readonly side: MergeSide;
}

/** Both as they stand, the one of the staff as the one that stays. */
async function readPair(ctx: Ctx, { keptId, mergedId }: Ids): Promise<{ kept: Read; merged: Read }> {
  const rows = await ctx.db
    .selectFrom("person")
    .selectAll()
    .where("id", "in", [keptId, mergedId])
    .where("canonical_id", "is", null)
    .where("erased_at", "is", null)
    .execute();
  const [kept, merged] = [rows.find(({ id }) => id === keptId), rows.find(({ id }) => id === mergedId)];
  if (!kept || !merged || kept === merged) throw notFound();
  const pair = { kept: await readSide(ctx, kept), merged: await readSide(ctx, merged) };
  const turned = pair.merged.side.role !== null && pair.kept.side.role === null;
  return turned ? { kept: pair.merged, merged: pair.kept } : pair;
}

async function readSide(ctx: Ctx, row: PersonRow): Promise<Read> {
  const cluster = await clusterOf(ctx, row.id);
  const identities = await ctx.db
    .selectFrom("person_identity")
    .select(["kind", "value"])
    .where("person_id", "in", cluster)
    .orderBy("kind")
    .orderBy("preferred", "desc")
    .orderBy("created_at")
    .orderBy("id")
    .limit(50)
    .execute();
  const { logins } = await ctx.db
    .selectFrom("login")
    .select((where) => where.fn.countAll<number>().as("logins"))
    .where("person_id", "in", cluster)
    .executeTakeFirstOrThrow();
  const { id, full_name: fullName, avatar_file_id: avatarFileId, created_at: createdAt } = row;
  return {
    row,
    cluster,
    side: { id, fullName, avatarFileId, createdAt, role: await findRole(ctx, id), logins, identities },
  };
}

/** The same as `mergePeople` would say. */
function refusalOf(actor: Actor, kept: MergeSide, merged: MergeSide): MergePreview["refusal"] {
  if (kept.role && merged.role) return "people.merge-two-staff";
  const role = z.enum(["owner", "admin", "manager", "staff", "viewer"]).nullable().parse(kept.role);
  return role && !mayGiveRole(actor, role) ? "people.merge-of-staff" : null;
}

const gains = z.object({
  identities: z.number(),
  relationships: z.number(),
  positions: z.number(),
  logins: z.number(),
  audiences: z.number(),
  timeline: z.number(),
});

/** What belongs to these records. */
export async function countGains(ctx: Ctx, cluster: readonly Id<"person">[]) {
  const { rows } = await sql`
    select (select count(*)::int from person_identity where person_id = any (c.ids)) as identities,
      (select count(*)::int from relationship where from_person_id = any (c.ids) or to_person_id = any (c.ids)) as relationships,
      (select count(*)::int from affiliation where person_id = any (c.ids)) as positions,
      (select count(*)::int from login where person_id = any (c.ids)) as logins,
      (select count(*)::int from audience_member where person_id = any (c.ids)) as audiences,
      (select count(*)::int from (select from timeline_entry where subject_id = any (c.ids) limit 10001) lines) as timeline
    from (select ${cluster}::uuid[] as ids) c`.execute(ctx.db);
  return gains.parse(rows[0]);
}

function newTags(kept: PersonRow, merged: PersonRow): number {
  return merged.tag_ids.filter((tag) => !kept.tag_ids.includes(tag)).length;
}

/** What owners, and records that relation fields lead to, are called. */
async function namesAmong(ctx: Ctx, differences: readonly MergeDifference[]): Promise<Record<string, string>> {
  const relations = new Set(
    (await listFields(ctx, "person")).filter(({ type }) => type === "relation").map(({ id }) => `field:${id}`),
  );
  const ids = differences
    .filter(({ column }) => column === "owner" || relations.has(column))
    .flatMap(({ kept, merged }) => [kept, merged])
    .filter((id) => typeof id === "string");
  if (ids.length === 0) return {};
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from person where id = any (${ids}::uuid[])
    union all select id, name from company where id = any (${ids}::uuid[])`.execute(ctx.db);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
