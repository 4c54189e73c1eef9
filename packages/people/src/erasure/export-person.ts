import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listConsents } from "@guildhall/mail";
import { channelAddressSchema } from "@guildhall/mail/schemas";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import { channelOf } from "../consents/channel-of.ts";
import { fieldImage } from "../fields/change-field-values.ts";
import { listFields } from "../fields/field.queries.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { clusterOf, holdPerson } from "../people/resolve-person.ts";
import { listRelationships } from "../relationships/relationship.queries.ts";
import { type PersonTrace, tracePerson } from "./person-trace.ts";

const exportPersonInput = z.object({ personId: idSchema("person") });

/** Everything that the hall keeps about a person, as plain data to hand over. That it was taken is written down. */
export async function exportPerson(ctx: Ctx, input: unknown, traces: readonly PersonTrace[]): Promise<object> {
  const { personId } = exportPersonInput.parse(input);
  const person = await holdPerson(ctx, personId, "export");
  const ids = await clusterOf(ctx, person.id);
  const traced = await tracePerson(ctx, person.id, ids);
  const fields = await listFields(ctx, "person", { archived: true });
  const kept: Record<string, unknown> = {};
  for (const trace of traces) kept[trace.name] = await trace.collect(ctx, traced);

  await recordChange(ctx, {
    action: "person.exported",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: null,
    after: null,
  });
  return {
    format: "guildhall-person-1",
    exportedAt: ctx.clock.now(),
    person: {
      id: person.id,
      alsoKnownAs: ids.filter((id) => id !== person.id),
      fullName: person.full_name,
      familyName: person.family_name,
      givenName: person.given_name,
      stage: person.stage,
      locale: person.locale,
      timeZone: person.time_zone,
      source: person.source,
      createdAt: person.created_at,
      updatedAt: person.updated_at,
    },
    identities: await identitiesOf(ctx, ids),
    tags: await tagsOf(ctx, person.tag_ids),
    fields: fieldImage(
      fields.filter(({ id }) => id in readFieldValues(person.fields)),
      readFieldValues(person.fields),
    ),
    positions: await positionsOf(ctx, ids),
    relationships: await listRelationships(ctx, person.id, { most: 10_000 }),
    messages: await messagesOf(ctx, ids),
    history: await historyOf(ctx, ids),
    ...kept,
  };
}

async function identitiesOf(ctx: Ctx, ids: readonly Id<"person">[]): Promise<object[]> {
  const rows = await ctx.db
    .selectFrom("person_identity")
    .select(["kind", "provider", "value", "source", "verified_at as verifiedAt", "created_at as createdAt"])
    .where("person_id", "in", ids)
    .orderBy("created_at")
    .execute();
  const said: object[] = [];
  for (const { kind, value, ...row } of rows) {
    const channel = channelOf(kind);
    const to = channel && { channel, address: value };
    const consents = to && channelAddressSchema.safeParse(to).success ? await listConsents(ctx, to) : [];
    said.push({ kind, value, ...row, consents });
  }
  return said;
}

async function tagsOf(ctx: Ctx, tagIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.selectFrom("tag").select(["id", "name"]).orderBy("name_key").execute();
  return rows.filter(({ id }) => tagIds.includes(id)).map(({ name }) => name);
}

function positionsOf(ctx: Ctx, ids: readonly Id<"person">[]) {
  return ctx.db
    .selectFrom("affiliation as a")
    .innerJoin("company as c", (join) =>
      join.onRef("c.tenant_id", "=", "a.tenant_id").onRef("c.id", "=", "a.company_id"),
    )
    .select(["c.name as company", "a.title", "a.since", "a.until", "a.source"])
    .where("a.person_id", "in", ids)
    .execute();
}

function messagesOf(ctx: Ctx, ids: readonly Id<"person">[]) {
  return ctx.db
    .selectFrom("message")
    .select(["channel", "purpose", "recipient", "subject", "state", "created_at as createdAt", "sent_at as sentAt"])
    .where("person_id", "in", ids)
    .orderBy("created_at")
    .execute();
}

function historyOf(ctx: Ctx, ids: readonly Id<"person">[]) {
  return ctx.db
    .selectFrom("audit_entry")
    .select(["at", "action", "before", "after"])
    .where("person_id", "in", ids)
    .orderBy("at")
    .execute();
}
