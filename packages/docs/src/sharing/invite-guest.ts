import { conflict, type Id, limited } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { queueMessage } from "@guildhall/mail";
import { findOrAddByEmail, inviteGuest } from "@guildhall/people";
import { guestInput } from "./grant.ts";
import { grantAccess } from "./grant-access.ts";
import { guestLetter } from "./guest-letter.ts";

const day = 86_400_000;
const validDays = 30;
/** A hall is no place to send strangers mail from. */
const mostADay = 300;

/**
 * Lets whoever reads the mail of an address into a document or a space, and writes them so, in their language. Whether
 * the address is known here or not, the same happens and the same is said.
 */
export async function shareByMail(ctx: Ctx, input: unknown, publicUrl: string): Promise<Id<"document_grant">> {
  const { on, email, fullName = null, role, expiresAt = null } = guestInput.parse(input);
  await refuseFlood(ctx);
  const personId = await findOrAddByEmail(ctx, { email, fullName });
  const { token, hash, door } = await inviteGuest(ctx, { personId, email });
  if (door.kind === "closed") throw conflict("docs.guest-uninvitable", {}, { email: "docs.guest-uninvitable" });
  const grantId = await grantAccess(ctx, { on, grantee: { kind: "person", personId }, role, expiresAt });
  const now = ctx.clock.now();
  const until = new Date(Math.min(now.getTime() + validDays * day, expiresAt?.getTime() ?? Number.POSITIVE_INFINITY));
  await ctx.db
    .insertInto("document_guest")
    .values({
      tenant_id: ctx.tenant.id,
      grant_id: grantId,
      token_hash: hash,
      email,
      invitation_id: door.kind === "invited" ? door.invitationId : null,
      invited_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      created_at: now,
      expires_at: until,
    })
    .execute();
  await queueMessage(ctx, {
    template: guestLetter,
    purpose: "transactional",
    recipient: email,
    personId,
    locale: (await localeOf(ctx, personId)) ?? ctx.tenant.locale,
    input: {
      url: `${publicUrl}/c/${ctx.tenant.slug}/docs/guest/${token}`,
      inviter: [...((await nameOfActor(ctx)) ?? ctx.tenant.name)].slice(0, 80).join(""),
      thing: "spaceId" in on ? "space" : "document",
      role,
      days: Math.max(1, Math.round((until.getTime() - now.getTime()) / day)),
    },
  });
  return grantId;
}

async function refuseFlood(ctx: Ctx): Promise<void> {
  const { count } = await ctx.db
    .selectFrom("document_guest")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("created_at", ">", new Date(ctx.clock.now().getTime() - day))
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostADay) throw limited("people.invitation-limit", { most: mostADay });
}

async function localeOf(ctx: Ctx, personId: Id<"person">) {
  const row = await ctx.db.selectFrom("person").select("locale").where("id", "=", personId).executeTakeFirst();
  return row?.locale ?? null;
}

async function nameOfActor(ctx: Ctx): Promise<string | null> {
  if (ctx.actor.kind !== "person") return null;
  const row = await ctx.db
    .selectFrom("person")
    .select("full_name")
    .where("id", "=", ctx.actor.personId)
    .executeTakeFirst();
  return row?.full_name ?? null;
}
