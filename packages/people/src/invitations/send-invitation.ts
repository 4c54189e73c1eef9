import type { Id, Locale } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { invitation, queueMessage } from "@guildhall/mail";
import { nameOfRole } from "../staff/name-of-role.ts";
import type { GivenRole } from "../staff/staff.ts";
import { mailStandsFor } from "./invitation.ts";
import { type JoinDoor, joinAddress } from "./invitation-token.ts";

interface Letter {
  readonly email: string;
  readonly role: GivenRole;
  readonly token: string;
  readonly inviter: string;
  /** Who has this address in the hall already, if anybody. */
  readonly known: { readonly personId: Id<"person">; readonly locale: Locale | null } | null;
}

/** Queues the mail that an invitation is, in the reader's language where we know it. */
export function sendInvitation(
  ctx: Ctx,
  door: JoinDoor,
  { email, role, token, inviter, known }: Letter,
): Promise<Id<"message">> {
  const locale = known?.locale ?? ctx.tenant.locale;
  return queueMessage(ctx, {
    template: invitation,
    purpose: "transactional",
    input: {
      url: joinAddress(door, ctx.tenant.slug, token),
      inviter: inviter.slice(0, 80).toWellFormed(),
      role: nameOfRole(role, locale),
      days: mailStandsFor,
    },
    recipient: email,
    personId: known?.personId ?? null,
    locale,
  });
}
