import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { listFields } from "../fields/field.queries.ts";
import type { Field, FieldValues } from "../fields/field.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { listRecordIdentities } from "../identities/identity.queries.ts";
import { listRelationships } from "../relationships/relationship.queries.ts";
import { personPolicy } from "./person.policy.ts";
import type { PersonRecord, RecordPosition } from "./person-record.ts";
import { clusterOf, resolvePerson } from "./resolve-person.ts";

/**
 * A person as their page shows them, over all the records that were merged into theirs; asked for by any of those, it is
 * the one that stays. Somebody whom the actor may not see is not there.
 */
export async function getPersonRecord(ctx: Ctx, personId: Id<"person">): Promise<PersonRecord> {
  const id = await resolvePerson(ctx, personId);
  if (!id || !personPolicy.allows(ctx.actor, "view", { id })) throw notFound();
  const ids = await clusterOf(ctx, id);
  const person = await findPlain(ctx, id, ids);
  const values = readFieldValues(person.stored);
  const fields = await listFields(ctx, "person");
  const { stored: _, ownerId, ownerName, ownerFace, tagIds, ...plain } = person;
  return {
    ...plain,
    merged: ids.length - 1,
    owner: ownerId && ownerName !== null ? { id: ownerId, fullName: ownerName, avatarFileId: ownerFace } : null,
    identities: await listRecordIdentities(ctx, ids),
    tags: await tagsOf(ctx, tagIds),
    fields,
    values,
    related: await namesOf(ctx, fields, values),
    positions: await positionsOf(ctx, ids),
    relationships: await listRelationships(ctx, id),
  };
}

async function findPlain(ctx: Ctx, id: Id<"person">, ids: readonly Id<"person">[]) {
  const person = await ctx.db
    .selectFrom("person as p")
    .leftJoin("person as o", (join) =>
      join
        .onRef("o.tenant_id", "=", "p.tenant_id")
        .onRef("o.id", "=", "p.owner_person_id")
        .on("o.erased_at", "is", null),
    )
    .select([
      "p.id",
      "p.full_name as fullName",
      "p.family_name as familyName",
      "p.given_name as givenName",
      "p.stage",
      "p.locale",
      "p.time_zone as timeZone",
      "p.source",
      "p.avatar_file_id as avatarFileId",
      "p.created_at as createdAt",
      "p.updated_at as updatedAt",
      "p.last_activity_at as lastActivityAt",
      "p.erased_at as erasedAt",
      "p.tag_ids as tagIds",
      "p.fields as stored",
      "o.id as ownerId",
      "o.full_name as ownerName",
      "o.avatar_file_id as ownerFace",
    ])
    .select(({ selectFrom }) => [
      selectFrom("membership as m").select("m.role").where("m.person_id", "in", ids).limit(1).as("role"),
      selectFrom("login as l")
        .select(({ fn }) => fn.min("l.created_at").as("since"))
        .where("l.person_id", "in", ids)
        .as("memberSince"),
    ])
    .where("p.id", "=", id)
    .executeTakeFirst();
  if (!person) throw notFound();
  return person;
}

function tagsOf(ctx: Ctx, tagIds: readonly string[]) {
  return ctx.db
    .selectFrom("tag")
    .select(["id", "name", "tone"])
    .where("id", "=", sql<Id<"tag">>`any(${tagIds}::uuid[])`)
    .orderBy("name_key")
    .execute();
}

/** The present place first, then those that are over, the latest first. */
async function positionsOf(ctx: Ctx, ids: readonly Id<"person">[]): Promise<RecordPosition[]> {
  return ctx.db
    .selectFrom("affiliation as a")
    .innerJoin("company as c", (join) =>
      join.onRef("c.tenant_id", "=", "a.tenant_id").onRef("c.id", "=", "a.company_id"),
    )
    .select(["a.id", "a.company_id as companyId", "c.name as companyName", "a.title"])
    .select([sql<string | null>`a.since::text`.as("since"), sql<string | null>`a.until::text`.as("until")])
    .where("a.person_id", "in", ids)
    .orderBy("a.until", (until) => until.desc().nullsFirst())
    .orderBy("a.preferred", "desc")
    .orderBy("a.since", (since) => since.desc().nullsLast())
    .orderBy("a.id", "desc")
    .limit(50)
    .execute();
}

/** The names of the records that relation fields lead to. */
async function namesOf(ctx: Ctx, fields: readonly Field[], values: FieldValues): Promise<Record<string, string>> {
  const leading = (target: "person" | "company") =>
    fields.flatMap(({ id, type, settings }) =>
      type === "relation" && (settings.target ?? "person") === target && values[id] !== undefined
        ? [String(values[id])]
        : [],
    );
  const [people, companies] = [leading("person"), leading("company")];
  const rows = [
    ...(people.length > 0
      ? await ctx.db
          .selectFrom("person")
          .select(["id", "full_name as name"])
          .where("id", "=", sql<Id<"person">>`any(${people}::uuid[])`)
          .execute()
      : []),
    ...(companies.length > 0
      ? await ctx.db
          .selectFrom("company")
          .select(["id", "name"])
          .where("id", "=", sql<Id<"company">>`any(${companies}::uuid[])`)
          .execute()
      : []),
  ];
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
