import { type Id, idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { onFact } from "@guildhall/jobs";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { staffWhoMay } from "../delivering/readers.ts";
import { defineNotice } from "../kinds/notice.ts";
import { team } from "./topics.ts";

const person = idSchema("person");
const onePerson = z.object({ personId: person });
const toStaff = ({ personId }: { personId: Id<"person"> }, count: number) => ({
  workspace: count > 1 ? "settings/staff" : `people/${personId}`,
});

export const staffJoined = defineNotice({
  kind: "people.staff-joined",
  topic: team,
  payload: onePerson,
  about: ({ personId }) => ({ type: "person", id: personId }),
  people: ({ personId }) => [personId],
  maySee: ({ actor }) => actor.can("staff.manage"),
  collapse: () => "people.staff-joined",
  link: toStaff,
  words: ({ payload, count, name, locale }) => ({
    title:
      count > 1
        ? m.notices_staff_joined_many({ name: name(payload.personId), others: count - 1 }, { locale })
        : m.notices_staff_joined({ name: name(payload.personId) }, { locale }),
    text: null,
  }),
});

export const staffRemoved = defineNotice({
  kind: "people.staff-removed",
  topic: team,
  payload: onePerson,
  about: ({ personId }) => ({ type: "person", id: personId }),
  people: ({ personId }) => [personId],
  maySee: ({ actor }) => actor.can("staff.manage"),
  link: toStaff,
  words: ({ payload, name, locale }) => ({
    title: m.notices_staff_removed({ name: name(payload.personId) }, { locale }),
    text: null,
  }),
});

export const ownerChanged = defineNotice({
  kind: "tenancy.owner-changed",
  topic: team,
  payload: z.object({ tenantId: idSchema("tenant"), fromPersonId: person, toPersonId: person }),
  urgent: true,
  about: ({ tenantId }) => ({ type: "tenant", id: tenantId }),
  people: ({ toPersonId, fromPersonId }) => [toPersonId, fromPersonId],
  maySee: ({ actor }) => actor.can("workspace.enter"),
  link: () => ({ workspace: "settings/staff" }),
  words: ({ payload, name, hall, locale }) => ({
    title: m.notices_owner_changed({ name: name(payload.toPersonId), hall }, { locale }),
    text: m.notices_owner_changed_text({ name: name(payload.fromPersonId) }, { locale }),
  }),
});

export const teamHandlers = [
  onFact(["people.staff-joined"], {
    name: "notify.staff-joined",
    handle: async (ctx, fact) => {
      const { personId } = fact.payload;
      // Nobody is told of themselves, however they came in.
      const to = (await staffWhoMay(ctx, "staff.manage")).filter((id) => id !== personId);
      await notify(ctx, staffJoined, { fact, to, payload: { personId } });
    },
  }),
  onFact(["people.staff-removed"], {
    name: "notify.staff-removed",
    handle: async (ctx, fact) => {
      await notify(ctx, staffRemoved, { fact, to: await staffWhoMay(ctx, "staff.manage"), payload: fact.payload });
    },
  }),
  onFact(["tenancy.owner-changed"], {
    name: "notify.owner-changed",
    handle: async (ctx, fact) => {
      await notify(ctx, ownerChanged, { fact, to: await staffWhoMay(ctx, "workspace.enter"), payload: fact.payload });
    },
  }),
];
