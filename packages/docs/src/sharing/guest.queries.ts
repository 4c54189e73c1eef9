import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { hashOfLink } from "@guildhall/people";
import { type DocumentRole, roleOfLevel } from "../access/document-role.ts";
import type { SharedThing } from "./grant.ts";

/** What the link in a guest's letter is for. */
export interface Guest {
  readonly grantId: Id<"document_grant">;
  readonly personId: Id<"person">;
  readonly on: SharedThing;
  readonly name: string;
  readonly role: DocumentRole;
  readonly inviter: string | null;
  /** Where the letter went. */
  readonly email: string;
  /** By which they come in at once. */
  readonly invitationId: Id<"member_invitation"> | null;
  /** Whether somebody signs in as them already. */
  readonly isMember: boolean;
}

/** The guest behind a link that is still good; null for one that has run out, was taken away or refused, or never was. */
export async function findGuest(ctx: Ctx, token: string): Promise<Guest | null> {
  const now = ctx.clock.now();
  const row = await ctx.db
    .selectFrom("document_guest as k")
    .innerJoin("document_grant as g", (join) =>
      join.onRef("g.tenant_id", "=", "k.tenant_id").onRef("g.id", "=", "k.grant_id"),
    )
    .innerJoin("document_scope as s", (join) =>
      join.onRef("s.tenant_id", "=", "g.tenant_id").onRef("s.id", "=", "g.scope_id"),
    )
    .innerJoin("space as sp", (join) =>
      join.onRef("sp.tenant_id", "=", "s.tenant_id").onRef("sp.id", "=", "s.space_id"),
    )
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "g.tenant_id").onRef("p.id", "=", "g.person_id"))
    .leftJoin("document as d", (join) =>
      join.onRef("d.tenant_id", "=", "s.tenant_id").onRef("d.scope_id", "=", "s.id").on("d.own_scope", "=", true),
    )
    .leftJoin("person as i", (join) => join.onRef("i.tenant_id", "=", "k.tenant_id").onRef("i.id", "=", "k.invited_by"))
    .select([
      "g.id as grantId",
      "g.role as level",
      "k.email",
      "k.invitation_id as invitationId",
      "s.is_space as isSpace",
    ])
    .select(["sp.id as spaceId", "sp.name as spaceName", "d.id as documentId", "d.title", "i.full_name as inviter"])
    .select((each) => each.fn.coalesce("p.canonical_id", "p.id").as("personId"))
    .where("k.token_hash", "=", hashOfLink(token))
    .where("k.expires_at", ">", now)
    .where((where) => where.or([where("g.expires_at", "is", null), where("g.expires_at", ">", now)]))
    .where("sp.removed_at", "is", null)
    .where("d.removed_at", "is", null)
    .where("p.erased_at", "is", null)
    .executeTakeFirst();
  const role = row ? roleOfLevel(row.level) : null;
  if (!row || !role) return null;
  const { grantId, personId, email, invitationId, inviter, spaceId, spaceName, documentId, title } = row;
  const login = await ctx.db
    .selectFrom("resolved_login")
    .select("user_id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return {
    grantId,
    personId,
    on: documentId ? { documentId } : { spaceId },
    name: documentId ? (title ?? "") : spaceName,
    role,
    inviter,
    email,
    invitationId,
    isMember: login !== undefined,
  };
}
