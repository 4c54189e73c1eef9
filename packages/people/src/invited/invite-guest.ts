import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { readJoining } from "../members/join-hall.ts";
import { memberPolicy } from "../members/member.policy.ts";
import { newLinkToken } from "./hash-token.ts";
import { makeInvitation } from "./invite-members.ts";

/** How somebody who was let into one thing comes into the hall. */
type GuestDoor =
  /** They sign in here already. */
  | { readonly kind: "member" }
  /** By an invitation of their own. */
  | { readonly kind: "invited"; readonly invitationId: Id<"member_invitation"> }
  /** As anybody does, by the hall's rule. */
  | { readonly kind: "door" }
  /** Only by an invitation, which is not this actor's to give. */
  | { readonly kind: "closed" };

interface Guest {
  readonly personId: Id<"person">;
  readonly email: string;
}

/**
 * Opens the way for a guest, with what the link in their letter carries. Who may let members in, lets them in with it; for
 * anybody else the hall's own rule is asked when they come.
 */
export async function inviteGuest(
  ctx: Ctx,
  { personId, email }: Guest,
): Promise<{ readonly door: GuestDoor; readonly token: string; readonly hash: string }> {
  const made = newLinkToken();
  return { ...made, door: await openDoor(ctx, { personId, email }, made.hash) };
}

async function openDoor(ctx: Ctx, { personId, email }: Guest, hash: string): Promise<GuestDoor> {
  const login = await ctx.db
    .selectFrom("resolved_login")
    .select("user_id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (login) return { kind: "member" };
  if (memberPolicy.allows(ctx.actor, "manage", null))
    return { kind: "invited", invitationId: await makeInvitation(ctx, { email, uses: 1, hash }) };
  return (await readJoining(ctx)) === "invitation" ? { kind: "closed" } : { kind: "door" };
}

/** Takes back what guests could come in by who have not come yet: what they were let into is closed to them. */
export async function closeGuestDoors(ctx: Ctx, invitationIds: readonly Id<"member_invitation">[]): Promise<void> {
  if (invitationIds.length === 0) return;
  await ctx.db
    .updateTable("member_invitation")
    .set({ revoked_at: ctx.clock.now() })
    .where("id", "in", [...invitationIds])
    .where("uses_left", ">", 0)
    .where("revoked_at", "is", null)
    .execute();
}
