import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { memberPolicy } from "../members/member.policy.ts";
import { hashOf } from "./hash-token.ts";

export interface OpenInvitation {
  readonly id: Id<"member_invitation">;
  /** Whose mailbox it went to; null for a link that anybody may have. */
  readonly email: string | null;
}

/** The invitation behind a link that is still good. */
export async function findMemberInvitation(ctx: Ctx, token: string): Promise<OpenInvitation | null> {
  const row = await ctx.db
    .selectFrom("member_invitation")
    .select(["id", "email"])
    .where("token_hash", "=", hashOf(token))
    .where("uses_left", ">", 0)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", ctx.clock.now())
    .executeTakeFirst();
  return row ?? null;
}

export interface ListedInvitation extends OpenInvitation {
  readonly usesLeft: number;
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Invitations that somebody may still come in by, newest first. */
export function listMemberInvitations(ctx: Ctx, page: Page): Promise<PageOf<ListedInvitation>> {
  memberPolicy.require(ctx.actor, "manage", null);
  const open = ctx.db
    .selectFrom("member_invitation as i")
    .leftJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "i.tenant_id").onRef("p.id", "=", "i.created_by"))
    .select([
      "i.id",
      "i.email",
      "i.uses_left as usesLeft",
      "p.full_name as invitedBy",
      "i.created_at as createdAt",
      "i.expires_at as expiresAt",
    ])
    .where("i.uses_left", ">", 0)
    .where("i.revoked_at", "is", null)
    .where("i.expires_at", ">", ctx.clock.now());
  return keyset(open, page, {
    columns: ["createdAt", "id"],
    direction: "desc",
    references: { createdAt: "i.created_at", id: "i.id" },
  });
}
