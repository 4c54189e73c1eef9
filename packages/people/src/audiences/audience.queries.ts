import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import type { Use } from "../fields/count-use.ts";
import { personPolicy } from "../people/person.policy.ts";
import { clusterOf, resolvePerson } from "../people/resolve-person.ts";
import { audiencePolicy } from "./audience.policy.ts";
import type { Audience, AudienceKind, AudienceMember } from "./audience.ts";

/** The audiences of the hall, or those of one kind, newest first. */
export async function listAudiences(ctx: Ctx, page: Page, kind?: AudienceKind): Promise<PageOf<Audience>> {
  audiencePolicy.require(ctx.actor, "view", { kind: kind ?? "list" });
  const { rows, ...cursors } = await keyset(
    audiences(ctx)
      .select("created_at as createdAt")
      .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? "list")),
    page,
    {
      columns: ["createdAt", "id"],
      direction: "desc",
      references: { createdAt: "created_at" },
    },
  );
  return { ...cursors, rows: rows.map(({ createdAt: _, ...audience }) => audience) };
}

export async function getAudience(ctx: Ctx, audienceId: Id<"audience">): Promise<Audience> {
  const audience = await audiences(ctx).where("id", "=", audienceId).executeTakeFirst();
  if (!audience) throw notFound();
  audiencePolicy.require(ctx.actor, "view", audience);
  return audience;
}

/** Who is in an audience, each once and by the record that stays, in the order of their ids. Who was erased is in none. */
export async function listAudienceMembers(
  ctx: Ctx,
  audienceId: Id<"audience">,
  page: Page,
): Promise<PageOf<AudienceMember>> {
  audiencePolicy.require(ctx.actor, "view", { kind: "list" });
  const members = ctx.db
    .selectFrom("audience_member as m")
    .innerJoin("person as q", (join) => join.onRef("q.tenant_id", "=", "m.tenant_id").onRef("q.id", "=", "m.person_id"))
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.tenant_id", "=", "q.tenant_id")
        .on((on) => on(on.ref("p.id"), "=", on.fn.coalesce("q.canonical_id", "q.id"))),
    )
    .select(["m.person_id as memberId", "p.id as personId", "p.full_name as fullName", "p.email"])
    .select(["p.avatar_file_id as avatarFileId", "m.added_at as addedAt"])
    .where("m.audience_id", "=", audienceId)
    .where("p.erased_at", "is", null)
    // Of several records that are one and are all in it, the one that stays, else the first.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("audience_member as o")
            .innerJoin("person as r", (join) =>
              join.onRef("r.tenant_id", "=", "o.tenant_id").onRef("r.id", "=", "o.person_id"),
            )
            .select("o.id")
            .whereRef("o.tenant_id", "=", "m.tenant_id")
            .whereRef("o.audience_id", "=", "m.audience_id")
            .where(sql<boolean>`q.canonical_id is not null and (r.id = q.canonical_id
              or (r.canonical_id = q.canonical_id and r.id < q.id))`),
        ),
      ),
    );
  const { rows, ...cursors } = await keyset(members, page, {
    columns: ["memberId"],
    direction: "asc",
    references: { memberId: "m.person_id" },
  });
  return { ...cursors, rows: rows.map(({ memberId: _, ...member }) => member) };
}

const cap = 10_000;

/** How many records are in each of these audiences, exact up to a cap. */
export async function countAudiences(ctx: Ctx, ids: readonly Id<"audience">[]): Promise<ReadonlyMap<string, Use>> {
  audiencePolicy.require(ctx.actor, "view", { kind: "list" });
  const { rows } = await sql<{ id: string; entries: number; count: number }>`
    select asked.id, seen.entries::int, seen.count::int
    from unnest(${ids}::uuid[]) asked (id), lateral (
      select count(*) as entries, count(distinct coalesce(p.canonical_id, p.id)) filter (where p.erased_at is null) as count
      from (select person_id from audience_member
        where tenant_id = ${ctx.tenant.id} and audience_id = asked.id limit ${cap + 1}) m
      join person p on p.tenant_id = ${ctx.tenant.id} and p.id = m.person_id
    ) seen`.execute(ctx.db);
  return new Map(rows.map(({ id, entries, count }) => [id, { count: Math.min(count, cap), more: entries > cap }]));
}

/** Whether a person is in an audience, by any of their merged records. Asked by policies of every domain. */
export async function isInAudience(ctx: Ctx, audienceId: Id<"audience">, personId: Id<"person">): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select exists (
      select from person asked
      join person q on q.tenant_id = asked.tenant_id
        and (q.id = coalesce(asked.canonical_id, asked.id) or q.canonical_id = coalesce(asked.canonical_id, asked.id))
      join audience_member m on m.tenant_id = q.tenant_id and m.person_id = q.id
      where asked.tenant_id = ${ctx.tenant.id} and asked.id = ${personId} and asked.erased_at is null
        and m.audience_id = ${audienceId}) as inside`.execute(ctx.db);
  return rows[0]?.inside ?? false;
}

/** The audiences that a person is in, by name. */
export async function listAudiencesOf(ctx: Ctx, personId: Id<"person">): Promise<readonly Audience[]> {
  const id = await resolvePerson(ctx, personId);
  if (!id || !personPolicy.allows(ctx.actor, "view", { id })) return [];
  const cluster = await clusterOf(ctx, id);
  return audiences(ctx)
    .where("id", "in", (query) =>
      query.selectFrom("audience_member as m").select("m.audience_id").where("m.person_id", "in", cluster),
    )
    .orderBy("name")
    .orderBy("id")
    .limit(200)
    .execute();
}

function audiences(ctx: Ctx) {
  return ctx.db.selectFrom("audience").select(["id", "kind", "name", "updated_at as updatedAt"]);
}
