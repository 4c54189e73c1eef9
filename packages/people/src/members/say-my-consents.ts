import { notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { consentPurposes } from "@guildhall/mail/schemas";
import { z } from "zod";
import { channelOf } from "../consents/channel-of.ts";
import { setPersonConsent } from "../consents/set-person-consent.ts";
import { getMyRecord } from "./my-record.queries.ts";

const sayMyConsentsInput = z.object({
  /** "<identity>:<purpose>" for each that is agreed to; what is missing is not. */
  agreed: z.array(z.string().max(80)).max(600),
});

/** What whoever asks wants to be sent, all of it at once: the ticked purposes of each of their addresses, and no others. */
export async function sayMyConsents(ctx: Ctx, input: unknown): Promise<void> {
  const agreed = new Set(sayMyConsentsInput.parse(input).agreed);
  if (ctx.actor.kind !== "person") throw notFound();
  const { personId } = ctx.actor;
  const { identities } = await getMyRecord(ctx);
  for (const { id, kind } of identities) {
    if (!channelOf(kind)) continue;
    for (const purpose of consentPurposes)
      await setPersonConsent(ctx, { personId, identityId: id, purpose, granted: agreed.has(`${id}:${purpose}`) });
  }
}
