import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { personPolicy } from "../people/person.policy.ts";
import type { Relationship, RelationshipKind } from "./relationship.ts";

interface Row {
  readonly kind: RelationshipKind;
  readonly id: Id<"person">;
  readonly full_name: string;
  readonly avatar_file_id: Id<"file"> | null;
  readonly points: boolean;
  readonly pointed_at: boolean;
  readonly since: Date;
  readonly source: string;
}

/**
 * Whom a person is tied to and who is tied to them, once a kind and person however many records were merged into
 * either; by kind, longest first. At most `most` of each kind.
 */
export async function listRelationships(
  ctx: Ctx,
  personId: Id<"person">,
  { most = 100 }: { most?: number } = {},
): Promise<readonly Relationship[]> {
  personPolicy.require(ctx.actor, "view", { id: personId });
  const { rows } = await sql<Row>`
    with self as (select id from person where id = ${personId} or canonical_id = ${personId}),
    tie as (
      select r.kind, r.to_person_id as other, true as points, r.since, r.source
      from relationship r where r.from_person_id in (select id from self)
      union all
      select r.kind, r.from_person_id, false, r.since, r.source
      from relationship r where r.to_person_id in (select id from self)
    ), seen as (
      select t.kind, coalesce(p.canonical_id, p.id) as other, bool_or(t.points) as points, bool_or(not t.points) as pointed_at,
        min(t.since) as since, (array_agg(t.source order by t.since))[1] as source
      from tie t join person p on p.id = t.other
      group by 1, 2
    ), ranked as (
      select *, row_number() over (partition by kind, points, pointed_at order by since, other) as place from seen
    )
    select r.kind, p.id, p.full_name, p.avatar_file_id, r.points, r.pointed_at, r.since, r.source
    from ranked r join person p on p.id = r.other
    where r.place <= ${most} and p.id <> ${personId} and p.erased_at is null
    order by r.kind, r.since, p.id`.execute(ctx.db);
  return rows.map((row) => ({
    kind: row.kind,
    direction: row.points && row.pointed_at ? "mutual" : row.points ? "to" : "from",
    person: { id: row.id, fullName: row.full_name, avatarFileId: row.avatar_file_id },
    since: row.since,
    source: row.source,
  }));
}
