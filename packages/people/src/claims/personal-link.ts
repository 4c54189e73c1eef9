import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { recordChange } from "@guildhall/tenancy";
import { hashOf, newLinkToken } from "../invited/hash-token.ts";
import { examinePerson } from "./examine-person.ts";

const validDays = 30;

/**
 * Makes the link by which somebody claims this record, once, and returns what only its maker sees. The one made before
 * opens nothing any more. Refused for a record that has its owner, and for one of staff.
 */
export async function makePersonalLink(ctx: Ctx, personId: Id<"person">): Promise<string> {
  requireMayHandOut(ctx);
  const person = await examinePerson(ctx, personId);
  if (!person) throw notFound();
  if (person.isStaff) throw conflict("people.claim-of-staff");
  if (person.hasLogin) throw conflict("people.person-taken");
  await endOpenLink(ctx, person.personId);
  const { token, hash } = newLinkToken();
  const now = ctx.clock.now();
  await ctx.db
    .insertInto("personal_link")
    .values({
      tenant_id: ctx.tenant.id,
      person_id: person.personId,
      token_hash: hash,
      created_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      created_at: now,
      expires_at: new Date(now.getTime() + validDays * 86_400_000),
    })
    .execute();
  await record(ctx, "person.link-made", person.personId);
  return token;
}

/** Takes the open link of a record back. */
export async function revokePersonalLink(ctx: Ctx, personId: Id<"person">): Promise<void> {
  requireMayHandOut(ctx);
  const person = await examinePerson(ctx, personId);
  if (!person) throw notFound();
  if (await endOpenLink(ctx, person.personId)) await record(ctx, "person.link-revoked", person.personId);
}

export interface LinkState {
  readonly fullName: string;
  /** Nobody hands out keys to a record of staff, or to one that has its owner. */
  readonly state: "free" | "taken" | "staff";
  readonly open: { readonly createdAt: Date; readonly expiresAt: Date } | null;
}

/** How it stands with the link of a record. */
export async function getLinkState(ctx: Ctx, personId: Id<"person">): Promise<LinkState> {
  requireMayHandOut(ctx);
  const person = await ctx.db
    .selectFrom("person as p")
    .leftJoin("membership as s", (join) =>
      join.onRef("s.tenant_id", "=", "p.tenant_id").onRef("s.person_id", "=", "p.id"),
    )
    .leftJoin("resolved_login as l", (join) =>
      join.onRef("l.tenant_id", "=", "p.tenant_id").onRef("l.person_id", "=", "p.id"),
    )
    .select(["p.full_name", "s.role", "l.user_id"])
    .where("p.id", "=", personId)
    .where("p.erased_at", "is", null)
    .executeTakeFirst();
  if (!person) throw notFound();
  const open = await ctx.db
    .selectFrom("personal_link")
    .select(["created_at as createdAt", "expires_at as expiresAt"])
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", ctx.clock.now())
    .executeTakeFirst();
  return {
    fullName: person.full_name,
    state: person.role ? "staff" : person.user_id ? "taken" : "free",
    open: open ?? null,
  };
}

export interface OpenLink {
  readonly id: Id<"personal_link">;
  readonly personId: Id<"person">;
  readonly fullName: string;
}

/** The record behind a link that is still good. */
export async function findPersonalLink(ctx: Ctx, token: string): Promise<OpenLink | null> {
  const row = await ctx.db
    .selectFrom("personal_link as k")
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "k.tenant_id").onRef("p.id", "=", "k.person_id"))
    .select(["k.id", "k.person_id as personId", "p.full_name as fullName"])
    .where("k.token_hash", "=", hashOf(token))
    .where("k.used_at", "is", null)
    .where("k.revoked_at", "is", null)
    .where("k.expires_at", ">", ctx.clock.now())
    .where("p.erased_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a link up and says whose record it opens; null for one that is used, has run out or was taken back. Of many at once, one gets it. */
export async function usePersonalLink(ctx: Ctx, id: Id<"personal_link">): Promise<Id<"person"> | null> {
  const now = ctx.clock.now();
  const row = await ctx.db
    .updateTable("personal_link")
    .set({ used_at: now })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .returning("person_id")
    .executeTakeFirst();
  return row?.person_id ?? null;
}

function requireMayHandOut(ctx: Ctx): void {
  // One's own record is not enough: a member hands out no keys.
  if (!ctx.actor.can("people.edit")) throw notFound();
}

async function endOpenLink(ctx: Ctx, personId: Id<"person">): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("personal_link")
    .set({ revoked_at: ctx.clock.now() })
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function record(ctx: Ctx, action: string, personId: Id<"person">): Promise<void> {
  return recordChange(ctx, {
    action,
    subjectType: "person",
    subjectId: personId,
    personId,
    before: null,
    after: null,
  });
}
