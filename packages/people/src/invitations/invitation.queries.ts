import { forbidden, type Id, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import type { GivenRole } from "../staff/staff.ts";
import { type Invitation, type InvitationState, stateOf } from "./invitation.ts";
import { hashOf, type JoinDoor, joinAddress, linkToken } from "./invitation-token.ts";

/** An invitation that somebody may still come by, or that ran out; with the link where it is one to pass on. */
export interface OpenInvitation extends Invitation {
  readonly link: string | null;
}

/** What is open, and what ran out and can be sent again; newest first. */
export async function listInvitations(ctx: Ctx, page: Page, door: JoinDoor): Promise<PageOf<OpenInvitation>> {
  if (!ctx.actor.can("staff.manage")) throw forbidden();
  const query = ctx.db
    .selectFrom("invitation as v")
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "v.tenant_id").onRef("p.id", "=", "v.invited_by_person_id"),
    )
    .leftJoin("message as m", "m.id", "v.message_id")
    .select([
      "v.id",
      "v.kind",
      "v.email",
      "v.full_name as fullName",
      "v.role",
      "v.max_uses",
      "v.uses",
      "v.revoked_at",
      "v.expires_at",
      "v.created_at as createdAt",
      "p.full_name as inviterName",
      "m.state as messageState",
    ])
    .where("v.revoked_at", "is", null)
    .whereRef("v.uses", "<", "v.max_uses");
  const { rows, ...cursors } = await keyset(query, page, {
    columns: ["createdAt", "id"],
    direction: "desc",
    references: { createdAt: "v.created_at", id: "v.id" },
  });
  const now = ctx.clock.now();
  return {
    ...cursors,
    rows: rows.map(({ max_uses, revoked_at, expires_at, messageState, ...row }) => ({
      ...row,
      maxUses: max_uses,
      expiresAt: expires_at,
      state: stateOf({ max_uses, revoked_at, expires_at, uses: row.uses }, now),
      bounced: messageState === "bounced" || messageState === "failed" || messageState === "suppressed",
      link: row.kind === "link" ? joinAddress(door, ctx.tenant.slug, linkToken(door, ctx, row.id)) : null,
    })),
  };
}

/** What somebody is offered who stands at the door with a token: by whom, as what, and whether it still stands. */
export interface Offer {
  readonly invitationId: Id<"invitation">;
  /** The one mailbox it is for; null for a link. */
  readonly email: string | null;
  readonly fullName: string | null;
  readonly role: GivenRole;
  readonly inviterName: string;
  readonly state: InvitationState;
}

/** The offer behind a token; null where there never was one. */
export async function findOffer(ctx: Ctx, token: string): Promise<Offer | null> {
  return readOffer(ctx, offers(ctx).where("v.token_hash", "=", hashOf(token)));
}

export async function findOfferById(ctx: Ctx, invitationId: Id<"invitation">): Promise<Offer | null> {
  return readOffer(ctx, offers(ctx).where("v.id", "=", invitationId));
}

async function readOffer(ctx: Ctx, query: ReturnType<typeof offers>): Promise<Offer | null> {
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const { id, email, full_name, role, inviterName, ...standing } = row;
  return {
    invitationId: id,
    email,
    fullName: full_name,
    role,
    inviterName,
    state: stateOf(standing, ctx.clock.now()),
  };
}

function offers(ctx: Ctx) {
  return ctx.db
    .selectFrom("invitation as v")
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "v.tenant_id").onRef("p.id", "=", "v.invited_by_person_id"),
    )
    .select([
      "v.id",
      "v.email",
      "v.full_name",
      "v.role",
      "v.revoked_at",
      "v.expires_at",
      "v.uses",
      "v.max_uses",
      "p.full_name as inviterName",
    ]);
}
