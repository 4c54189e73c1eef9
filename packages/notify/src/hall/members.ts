import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { type Fact, onFact } from "@guildhall/jobs";
import { peopleRoom, personPolicy } from "@guildhall/people";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { staffWhoMay } from "../delivering/readers.ts";
import { defineNotice } from "../kinds/notice.ts";
import { settleNotices } from "../upkeep/settle-notices.ts";
import { members, requests } from "./topics.ts";

const onePerson = z.object({ personId: idSchema("person") });
const maySeeMember = ({ actor }: Ctx, { personId }: { personId: Id<"person"> }) =>
  actor.can("members.manage") && personPolicy.allows(actor, "view", { id: personId });
const toMember = ({ personId }: { personId: Id<"person"> }, count: number) => ({
  workspace: count > 1 ? "people" : `people/${personId}`,
});

export const joinRequested = defineNotice({
  kind: "people.join-requested",
  topic: requests,
  payload: z.object({ joinRequestId: idSchema("join_request") }),
  about: ({ joinRequestId }) => ({ type: "join_request", id: joinRequestId }),
  maySee: ({ actor }) => actor.can("members.manage"),
  link: () => ({ workspace: "members" }),
  words: async ({ payload, hall, locale, reader }) => {
    const request = await reader.db
      .selectFrom("join_request")
      .select(["full_name", "kind"])
      .where("id", "=", payload.joinRequestId)
      .executeTakeFirst();
    const name = request?.full_name ?? m.notices_somebody({}, { locale });
    return request?.kind === "merge"
      ? { title: m.notices_records_to_merge({ name }, { locale }), text: null }
      : {
          title: m.notices_join_requested({ name, hall }, { locale }),
          text: m.notices_join_requested_text({}, { locale }),
        };
  },
});

export const memberJoined = defineNotice({
  kind: "people.member-joined",
  topic: members,
  payload: onePerson,
  about: ({ personId }) => ({ type: "person", id: personId }),
  people: ({ personId }) => [personId],
  maySee: maySeeMember,
  collapse: () => "people.member-joined",
  link: toMember,
  words: ({ payload, count, name, locale }) => ({
    title:
      count > 1
        ? m.notices_member_joined_many({ name: name(payload.personId), others: count - 1 }, { locale })
        : m.notices_member_joined({ name: name(payload.personId) }, { locale }),
    text: null,
  }),
});

/** Nobody is turned away at the door for a hall's plan: its staff hear of it instead, in one line however many come. */
export const peopleOver = defineNotice({
  kind: "tenancy.people-over",
  topic: members,
  payload: z.object({ tenantId: idSchema("tenant") }),
  about: ({ tenantId }) => ({ type: "tenant", id: tenantId }),
  maySee: ({ actor }) => actor.can("settings.edit"),
  collapse: () => "tenancy.people-over",
  link: () => ({ workspace: "settings/plan" }),
  words: ({ hall, locale }) => ({
    title: m.notices_people_over({ hall }, { locale }),
    text: m.notices_people_over_text({}, { locale }),
  }),
});

export const personClaimed = defineNotice({
  kind: "people.person-claimed",
  topic: members,
  payload: onePerson,
  about: ({ personId }) => ({ type: "person", id: personId }),
  people: ({ personId }) => [personId],
  maySee: maySeeMember,
  collapse: () => "people.person-claimed",
  link: toMember,
  words: ({ payload, count, name, locale }) => ({
    title:
      count > 1
        ? m.notices_person_claimed_many({ name: name(payload.personId), others: count - 1 }, { locale })
        : m.notices_person_claimed({ name: name(payload.personId) }, { locale }),
    text: null,
  }),
});

export const memberHandlers = [
  onFact(["people.join-requested"], {
    name: "notify.join-requested",
    handle: async (ctx, fact) => {
      await notify(ctx, joinRequested, { fact, to: await staffWhoMay(ctx, "members.manage"), payload: fact.payload });
    },
  }),
  onFact(["people.join-declined", "people.join-withdrawn"], {
    name: "notify.join-declined",
    handle: (ctx, { subject }) => settleNotices(ctx, [joinRequested.kind], subject),
  }),
  onFact(["people.member-joined"], {
    name: "notify.member-joined",
    handle: async (ctx, fact) => {
      await settleRequestsOf(ctx, fact.payload.personId);
      await notify(ctx, memberJoined, { fact, to: await staffWhoMay(ctx, "members.manage"), payload: fact.payload });
      await tellIfOver(ctx, fact);
    },
  }),
  onFact(["people.person-claimed"], {
    name: "notify.person-claimed",
    handle: async (ctx, fact) => {
      const { personId } = fact.payload;
      await notify(ctx, personClaimed, { fact, to: await staffWhoMay(ctx, "members.manage"), payload: { personId } });
    },
  }),
];

async function tellIfOver(ctx: Ctx, fact: Pick<Fact, "id" | "actorPersonId">): Promise<void> {
  const { most, used } = await peopleRoom(ctx);
  if (most === null || used <= most) return;
  const payload = { tenantId: ctx.tenant.id };
  await notify(ctx, peopleOver, { fact, to: await staffWhoMay(ctx, "settings.edit"), payload });
}

/** Whoever was let in waits no more, at whichever door they asked. */
async function settleRequestsOf(ctx: Ctx, personId: Id<"person">): Promise<void> {
  const decided = await ctx.db
    .selectFrom("join_request")
    .innerJoin("resolved_login as login", (join) =>
      join.onRef("login.tenant_id", "=", "join_request.tenant_id").onRef("login.user_id", "=", "join_request.user_id"),
    )
    .select("join_request.id")
    .where("login.person_id", "=", personId)
    .where("join_request.state", "<>", "waiting")
    .execute();
  for (const { id } of decided) await settleNotices(ctx, [joinRequested.kind], { type: "join_request", id });
}
