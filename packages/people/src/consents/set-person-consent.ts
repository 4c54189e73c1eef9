import { type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { listConsents, setConsent } from "@guildhall/mail";
import { recordChange } from "@guildhall/tenancy";
import { findIdentity } from "../identities/find-identity.ts";
import { holdPerson } from "../people/resolve-person.ts";
import { channelOf } from "./channel-of.ts";
import { personConsentInput } from "./person-consent.ts";

/** Notes what a person agreed to receive at one of their addresses or numbers, or took back: their own word, or staff who write it down. */
export async function setPersonConsent(ctx: Ctx, input: unknown): Promise<void> {
  const { personId, identityId, purpose, granted } = personConsentInput.parse(input);
  const person = await holdPerson(ctx, personId, "consent");
  const { kind, value } = await findIdentity(ctx, person.id, identityId);
  const channel = channelOf(kind);
  if (!channel) throw invalid("people.consent-no-channel");
  const to = { channel, address: value };
  const before = (await listConsents(ctx, to)).find((consent) => consent.purpose === purpose);
  if ((before?.granted ?? false) === granted) return; // nothing said means no
  const source = isOwn(ctx, person.id) ? "own-word" : "by-hand";
  await setConsent(ctx, { ...to, purpose, granted, source });
  await ctx.db.updateTable("person").set({ updated_at: ctx.clock.now() }).where("id", "=", person.id).execute();
  await recordChange(ctx, {
    action: "person.consent-changed",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: before ? { address: value, purpose, granted: before.granted } : null,
    after: { address: value, purpose, granted },
  });
  await appendFact(ctx, "people.consent-changed", { personId: person.id, identityId, purpose, granted });
}

function isOwn({ actor }: Ctx, personId: Id<"person">): boolean {
  return actor.kind === "person" && actor.personId === personId;
}
