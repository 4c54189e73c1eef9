import { type Id, limited } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { invitation, queueMessage } from "@guildhall/mail";
import { recordChange } from "@guildhall/tenancy";
import { memberPolicy } from "../members/member.policy.ts";
import { inviteMembersInput } from "../members/member.ts";
import { newLinkToken } from "./hash-token.ts";

const days = 86_400_000;
const validDays = 30;
const mostADay = 1_000;

interface Invited {
  readonly invited: number;
  /** Those of them who are members already. */
  readonly already: number;
}

/** Invites people by mail, each with a link for that mailbox alone. An earlier one to the same address is taken back. */
export async function inviteMembers(ctx: Ctx, input: unknown, publicUrl: string): Promise<Invited> {
  const { emails } = inviteMembersInput.parse(input);
  memberPolicy.require(ctx.actor, "manage", null);
  await refuseFlood(ctx, emails.length);
  const members = await membersAmong(ctx, emails);
  const strangers = emails.filter((email) => !members.has(email));
  const inviter = (await nameOfActor(ctx)) ?? ctx.tenant.name;
  for (const email of strangers) {
    await ctx.db
      .updateTable("member_invitation")
      .set({ revoked_at: ctx.clock.now() })
      .where("email", "=", email)
      .where("revoked_at", "is", null)
      .execute();
    const { token, hash } = newLinkToken();
    await makeInvitation(ctx, { email, uses: 1, hash });
    await queueMessage(ctx, {
      template: invitation,
      purpose: "transactional",
      recipient: email,
      locale: ctx.tenant.locale,
      input: {
        url: `${publicUrl}/c/${ctx.tenant.slug}/invited/${token}`,
        inviter: [...inviter].slice(0, 80).join(""),
        role: m.auth_role_member({}, { locale: ctx.tenant.locale }),
        days: validDays,
      },
    });
  }
  return { invited: strangers.length, already: members.size };
}

/** Makes a link by which so many may come in, whoever has it; returns what only its maker sees. */
export async function makeInvitationLink(ctx: Ctx, uses: number): Promise<string> {
  memberPolicy.require(ctx.actor, "manage", null);
  const { token, hash } = newLinkToken();
  await makeInvitation(ctx, { email: null, uses, hash });
  return token;
}

interface NewInvitation {
  readonly email: string | null;
  readonly uses: number;
  /** Of what its link carries. */
  readonly hash: string;
}

/** Whether the actor may is asked before. */
export async function makeInvitation(ctx: Ctx, { email, uses, hash }: NewInvitation): Promise<Id<"member_invitation">> {
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("member_invitation")
    .values({
      tenant_id: ctx.tenant.id,
      token_hash: hash,
      email,
      uses_left: uses,
      created_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      created_at: now,
      expires_at: new Date(now.getTime() + validDays * days),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordChange(ctx, {
    action: "member.invited",
    subjectType: "member_invitation",
    subjectId: id,
    before: null,
    after: { byMail: email !== null, uses },
  });
  return id;
}

/** A hall is no place to send a thousand strangers mail from. */
async function refuseFlood(ctx: Ctx, more: number): Promise<void> {
  const { count } = await ctx.db
    .selectFrom("member_invitation")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("email", "is not", null)
    .where("created_at", ">", new Date(ctx.clock.now().getTime() - days))
    .executeTakeFirstOrThrow();
  if (count + more > mostADay) throw limited("people.invitation-limit", { most: mostADay });
}

async function membersAmong(ctx: Ctx, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom("person_identity as i")
    .innerJoin("login as l", (join) =>
      join.onRef("l.tenant_id", "=", "i.tenant_id").onRef("l.person_id", "=", "i.person_id"),
    )
    .select("i.value")
    .where("i.kind", "=", "email")
    .where("i.value", "in", emails)
    .execute();
  return new Set(rows.map(({ value }) => value));
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

/** Takes an invitation back; its link opens nothing from then on. */
export async function revokeMemberInvitation(ctx: Ctx, id: Id<"member_invitation">): Promise<void> {
  memberPolicy.require(ctx.actor, "manage", null);
  const { numUpdatedRows } = await ctx.db
    .updateTable("member_invitation")
    .set({ revoked_at: ctx.clock.now() })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n)
    await recordChange(ctx, {
      action: "member.invitation-revoked",
      subjectType: "member_invitation",
      subjectId: id,
      before: null,
      after: null,
    });
}
