import { idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { onFact } from "@guildhall/jobs";
import type { Role } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { defineNotice } from "../kinds/notice.ts";
import { aboutYou } from "./topics.ts";

const person = idSchema("person");
const isSelf = ({ actor }: Ctx, { personId }: { personId: string }) =>
  actor.kind === "person" && actor.personId === personId;

const roleWords = {
  owner: m.auth_role_owner,
  admin: m.auth_role_admin,
  manager: m.auth_role_manager,
  staff: m.auth_role_staff,
  viewer: m.auth_role_viewer,
} as const satisfies Record<Role, unknown>;

const roleSchema = z.enum(["owner", "admin", "manager", "staff", "viewer"]);

export const roleChanged = defineNotice({
  kind: "people.role-changed",
  topic: aboutYou,
  payload: z.object({ personId: person, to: roleSchema }),
  about: ({ personId }) => ({ type: "person", id: personId }),
  maySee: isSelf,
  link: ({ personId }) => ({ workspace: `people/${personId}` }),
  words: ({ payload, hall, locale }) => ({
    title: m.notices_role_changed({ hall, role: roleWords[payload.to]({}, { locale }) }, { locale }),
    text: m.notices_role_changed_text({}, { locale }),
  }),
});

export const recordChanged = defineNotice({
  kind: "people.record-changed",
  topic: aboutYou,
  payload: z.object({ personId: person, byPersonId: person }),
  about: ({ personId }) => ({ type: "person", id: personId }),
  people: ({ byPersonId }) => [byPersonId],
  maySee: isSelf,
  collapse: ({ byPersonId }) => `people.record-changed ${byPersonId}`,
  link: ({ personId }) => ({ workspace: `people/${personId}`, portal: "me" }),
  words: ({ payload, name, locale }) => ({
    title: m.notices_record_changed({ name: name(payload.byPersonId) }, { locale }),
    text: null,
  }),
});

export const aboutYouHandlers = [
  onFact(["people.role-changed"], {
    name: "notify.role-changed",
    handle: async (ctx, fact) => {
      const { personId } = fact.payload;
      const to = roleSchema.safeParse(fact.payload.to);
      if (to.success) await notify(ctx, roleChanged, { fact, to: [personId], payload: { personId, to: to.data } });
    },
  }),
  onFact(["people.person-updated"], {
    name: "notify.record-changed",
    handle: async (ctx, fact) => {
      const { personId } = fact.payload;
      const byPersonId = fact.actorPersonId;
      if (byPersonId) await notify(ctx, recordChanged, { fact, to: [personId], payload: { personId, byPersonId } });
    },
  }),
];
