import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";
import { type GivenRole, givenRoleSchema } from "../staff/staff.ts";
import { inviteesSchema } from "./invitee-list.ts";

/** How an invitation stands: somebody may still come by it, or why nobody may. */
export type InvitationState = "waiting" | "expired" | "used-up" | "withdrawn";

/** A place on the staff held open, as those see it who give them out. */
export interface Invitation {
  readonly id: Id<"invitation">;
  readonly kind: "mail" | "link";
  /** Null for a link. */
  readonly email: string | null;
  readonly fullName: string | null;
  readonly role: GivenRole;
  readonly maxUses: number;
  readonly uses: number;
  readonly inviterName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: InvitationState;
  /** Whether the mail came back. */
  readonly bounced: boolean;
}

/** How long a mailed invitation stands, in days. */
export const mailStandsFor = 14;
/** What a link may stand for, in days. */
export const linkStandsFor = [1, 7, 30] as const;
export const mostUses = 500;

export const inviteByMailInput = z.object({ addresses: inviteesSchema, role: givenRoleSchema });

export const inviteByLinkInput = z.object({
  role: givenRoleSchema,
  maxUses: z.coerce
    .number({ error: "people.uses-malformed" })
    .int({ error: "people.uses-malformed" })
    .min(1, { error: "people.uses-malformed" })
    .max(mostUses, { error: "people.uses-malformed" }),
  days: z.coerce
    .number({ error: "people.days-missing" })
    .pipe(z.literal(linkStandsFor, { error: "people.days-missing" })),
});

export const invitationInput = z.object({ invitationId: idSchema("invitation") });

interface Standing {
  readonly revoked_at: Date | null;
  readonly expires_at: Date;
  readonly uses: number;
  readonly max_uses: number;
}

export function stateOf({ revoked_at, uses, max_uses, expires_at }: Standing, now: Date): InvitationState {
  if (revoked_at) return "withdrawn";
  if (uses >= max_uses) return "used-up";
  return expires_at <= now ? "expired" : "waiting";
}
