import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { type ClaimedBy, claimPerson } from "../claims/claim-person.ts";
import { addIdentity } from "../identities/add-identity.ts";
import { giveLogin } from "../logins/give-login.ts";
import type { Joiner } from "./member.ts";

export interface Claim {
  readonly personId: Id<"person">;
  readonly by: ClaimedBy;
  readonly alongside?: boolean;
}

/** Makes a user a member: as the person they claim, or as one who is new here. What they still waited for is settled. */
export async function admit(ctx: Ctx, joiner: Joiner, claim: Claim | null): Promise<Id<"person">> {
  const personId = claim ? await claimPerson(ctx, { userId: joiner.userId, ...claim }) : await makePerson(ctx, joiner);
  await keepProvenAddress(ctx, personId, joiner.email);
  await ctx.db
    .updateTable("join_request")
    .set({ state: "approved", decided_at: ctx.clock.now() })
    .where("user_id", "=", joiner.userId)
    .where("kind", "=", "join")
    .where("state", "=", "waiting")
    .execute();
  await recordChange(ctx, {
    action: "member.joined",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: null,
    after: { claimed: claim !== null },
  });
  await appendFact(ctx, "people.member-joined", { personId });
  return personId;
}

async function makePerson(ctx: Ctx, { userId, fullName, email, locale }: Joiner): Promise<Id<"person">> {
  const now = ctx.clock.now();
  const { id: personId } = await ctx.db
    .insertInto("person")
    .values({ tenant_id: ctx.tenant.id, full_name: fullName, locale, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addIdentity(ctx, { personId, kind: "email", value: email, source: "sign-in", verifiedAt: now });
  await giveLogin(ctx, { userId, personId });
  await recordChange(ctx, {
    action: "person.created",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: null,
    after: { fullName, email },
  });
  await appendFact(ctx, "people.person-created", { personId, changeSetId: null });
  return personId;
}

/** The address they signed in with is known to be theirs from now on, unless it is on somebody else's record. */
async function keepProvenAddress(ctx: Ctx, personId: Id<"person">, email: string): Promise<void> {
  const now = ctx.clock.now();
  const known = await ctx.db
    .selectFrom("person_identity")
    .select(["id", "person_id", "verified_at"])
    .where("kind", "=", "email")
    .where("provider", "=", "")
    .where("value", "=", email)
    .executeTakeFirst();
  if (!known) await addIdentity(ctx, { personId, kind: "email", value: email, source: "sign-in", verifiedAt: now });
  else if (known.person_id === personId && known.verified_at === null)
    await ctx.db.updateTable("person_identity").set({ verified_at: now }).where("id", "=", known.id).execute();
}
