import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Fact } from "@guildhall/jobs";
import { defineBatch, defineHappening, onPerson, type TimelineItem } from "../timeline-item.ts";
import { recordItems } from "./record-items.ts";

/** Whether whom it happened to did it themselves. */
const byThemselves = (fact: Fact, personId: Id<"person">) => fact.actorPersonId === personId;

const created = defineHappening({
  facts: ["people.person-created"],
  kind: "record",
  forMember: { lines: "all" },
  concerns: (fact) => aboutThemselves(fact, fact.payload.personId),
});

// Which of its fields staff changed is theirs: it would give away what else is kept.
const updated = defineHappening({
  facts: ["people.person-updated"],
  kind: "record",
  forMember: { lines: "own deeds" },
  concerns: (fact) => aboutThemselves(fact, fact.payload.personId),
});

function aboutThemselves(fact: Fact, personId: Id<"person">) {
  return [{ subject: onPerson(personId), active: byThemselves(fact, personId) }];
}

const claimed = defineHappening({
  facts: ["people.person-claimed", "people.member-joined", "people.staff-joined"],
  kind: "membership",
  forMember: { lines: "all", tells: ["role"] },
  concerns: ({ payload }) => [{ subject: onPerson(payload.personId), active: true }],
});

const place = defineHappening({
  facts: ["people.staff-removed", "people.role-changed", "people.member-removed"],
  kind: "membership",
  forMember: { lines: "all", tells: ["from", "to"] },
  concerns: ({ payload }) => [{ subject: onPerson(payload.personId) }],
});

const invited = defineHappening({
  facts: ["people.staff-invited"],
  kind: "membership",
  concerns: ({ payload: { personId } }) => (personId ? [{ subject: onPerson(personId) }] : []),
});

const owners = defineHappening({
  facts: ["tenancy.owner-changed"],
  kind: "membership",
  concerns: ({ payload: { fromPersonId, toPersonId } }) => [
    { subject: onPerson(fromPersonId), payload: { as: "from", fromPersonId, toPersonId } },
    { subject: onPerson(toPersonId), payload: { as: "to", fromPersonId, toPersonId } },
  ],
});

const requests = defineHappening({
  facts: ["people.join-requested", "people.join-declined"],
  kind: "membership",
  concerns: async (fact, ctx) => {
    const request = await ctx.db
      .selectFrom("join_request")
      .select(["claims_person_id", "has_person_id"])
      .where("id", "=", fact.payload.joinRequestId)
      .executeTakeFirst();
    const people = new Set([request?.claims_person_id ?? null, request?.has_person_id ?? null]);
    const active = fact.name === "people.join-requested";
    return [...people].flatMap((id) => (id ? [{ subject: onPerson(id), active }] : []));
  },
});

const messages = defineHappening({
  facts: ["mail.message-sent", "mail.message-bounced"],
  kind: "messages",
  forMember: { lines: "all" },
  concerns: async ({ payload }, ctx) => {
    const personId = await receiverOf(ctx, payload.messageId);
    return personId ? [{ subject: onPerson(personId) }] : [];
  },
});

async function receiverOf(ctx: Ctx, messageId: Id<"message">): Promise<Id<"person"> | null> {
  const message = await ctx.db.selectFrom("message").select("person_id").where("id", "=", messageId).executeTakeFirst();
  return message?.person_id ?? null;
}

const imports = defineBatch({
  facts: ["people.people-imported"],
  kind: "imports",
  changeSetId: ({ payload }) => payload.changeSetId,
});

const undone = defineBatch({
  facts: ["tenancy.change-set-undone"],
  kind: "record",
  changeSetId: ({ payload }) => payload.changeSetId,
});

/** What the hall itself has to say of its people. */
export const peopleTimeline: readonly TimelineItem[] = [
  created,
  updated,
  claimed,
  place,
  invited,
  owners,
  requests,
  messages,
  imports,
  undone,
  ...recordItems,
];
