import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { onFact } from "@guildhall/jobs";
import { personPolicy } from "@guildhall/people";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { staffWhoMay } from "../delivering/readers.ts";
import { defineNotice } from "../kinds/notice.ts";
import { returnedMail } from "./topics.ts";

export const messageBounced = defineNotice({
  kind: "mail.message-bounced",
  topic: returnedMail,
  payload: z.object({ messageId: idSchema("message"), personId: idSchema("person") }),
  about: ({ messageId }) => ({ type: "message", id: messageId }),
  people: ({ personId }) => [personId],
  maySee: ({ actor }, { personId }) => actor.can("people.edit") && personPolicy.allows(actor, "view", { id: personId }),
  collapse: () => "mail.message-bounced",
  link: ({ personId }, count) => ({ workspace: count > 1 ? "people" : `people/${personId}` }),
  words: ({ payload, count, name, locale }) => {
    const person = name(payload.personId);
    return count > 1
      ? {
          title: m.notices_message_bounced_many({ count }, { locale }),
          text: m.notices_message_bounced_many_text({ name: person }, { locale }),
        }
      : {
          title: m.notices_message_bounced({ name: person }, { locale }),
          text: m.notices_message_bounced_text({}, { locale }),
        };
  },
});

export const returnedMailHandlers = [
  onFact(["mail.message-bounced"], {
    name: "notify.message-bounced",
    handle: async (ctx, fact) => {
      const { messageId } = fact.payload;
      const message = await ctx.db
        .selectFrom("message")
        .select("person_id")
        .where("id", "=", messageId)
        .executeTakeFirst();
      const personId = message?.person_id;
      if (!personId) return; // to nobody whom staff could ask for another address
      const to = (await staffWhoMay(ctx, "members.manage")).filter((id) => id !== personId);
      await notify(ctx, messageBounced, { fact, to, payload: { messageId, personId } });
    },
  }),
];
