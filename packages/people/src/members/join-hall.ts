import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { useInvitation } from "../invited/use-invitation.ts";
import type { Claim } from "./admit.ts";
import { enterHall } from "./enter-hall.ts";
import { findOwnPerson, holdDoor } from "./hold-door.ts";
import type { Joiner, JoinOutcome } from "./member.ts";

interface Joining {
  readonly joiner: Joiner;
  /** Whether their mailbox was proven to be theirs just now, and not some time ago. */
  readonly mailboxProven: boolean;
  /** The invitation that they came with, if any. */
  readonly invitationId?: Id<"member_invitation"> | null;
}

/**
 * Lets a user into this hall by its rule: at once, once staff agree, or where they were invited. Whom the hall knows by
 * their address becomes that person, with all its history, and never a second one.
 */
export async function joinAsMember(
  ctx: Ctx,
  { joiner, mailboxProven, invitationId = null }: Joining,
): Promise<JoinOutcome> {
  await holdDoor(ctx, joiner.userId);
  const own = await findOwnPerson(ctx, joiner.userId);
  if (own) return { kind: "member", personId: own };

  const claim = await claimByAddress(ctx, joiner.email);
  if (claim && !mailboxProven) return { kind: "prove-mailbox" };
  const invited = invitationId !== null && (await useInvitation(ctx, invitationId));
  const joining = await readJoining(ctx);
  if (joining === "invitation" && !invited) return { kind: "invitation-needed" };
  return enterHall(ctx, { joiner, claim, asks: joining === "approval" && !invited, invited });
}

/** The record that holds this address, if one does. */
export async function claimByAddress(ctx: Ctx, email: string): Promise<Claim | null> {
  const identity = await ctx.db
    .selectFrom("person_identity")
    .innerJoin("person", (join) =>
      join
        .onRef("person.tenant_id", "=", "person_identity.tenant_id")
        .onRef("person.id", "=", "person_identity.person_id"),
    )
    .select("person_id")
    .where("kind", "=", "email")
    .where("provider", "=", "")
    .where("value", "=", email)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return identity ? { personId: identity.person_id, by: "email" } : null;
}

/** As it stands in this transaction, whatever the page said when it was opened. */
export async function readJoining(ctx: Ctx): Promise<"open" | "approval" | "invitation"> {
  const { joining } = await ctx.db
    .selectFrom("tenant")
    .select("joining")
    .where("id", "=", ctx.tenant.id)
    .executeTakeFirstOrThrow();
  return joining;
}
