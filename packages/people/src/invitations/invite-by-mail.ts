import { conflict, forbidden, type Id, type Locale, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { countSeats, holdRoster } from "../staff/roster.ts";
import { mayGiveRole } from "../staff/staff.policy.ts";
import type { GivenRole } from "../staff/staff.ts";
import { inviteByMailInput, mailStandsFor } from "./invitation.ts";
import { hashOf, type JoinDoor, newMailToken } from "./invitation-token.ts";
import { aboutAddress, type Invitee, readInvitees } from "./invitee-list.ts";
import { sendInvitation } from "./send-invitation.ts";

const day = 86_400_000;

/**
 * Invites everybody of a pasted list, each by a mail of their own: all of them, or nobody where one cannot be. Whoever
 * is on the staff already or waits for an answer is named beside the list (`people.invitee-staff`, `-invited`), and so
 * is a list for which there are not enough seats (`people.seats-short`). Returns how many were invited.
 */
export async function inviteByMail(given: Ctx, input: unknown, door: JoinDoor): Promise<number> {
  const { addresses, role } = inviteByMailInput.parse(input);
  const ctx = await holdRoster(given);
  const { actor } = ctx;
  if (actor.kind !== "person" || !mayGiveRole(actor, role)) throw forbidden();
  const invitees = readInvitees(addresses).flatMap(({ invitee }) => invitee ?? []);
  const emails = invitees.map(({ email }) => email);

  const known = await findKnown(ctx, emails);
  await forgetExpired(ctx, emails);
  const waiting = await listWaiting(ctx, emails);
  const refused = emails.flatMap((email) => {
    if (known.get(email)?.isStaff) return aboutAddress("people.invitee-staff", email);
    return waiting.has(email) ? aboutAddress("people.invitee-invited", email) : [];
  });
  if (refused.length > 0) throw conflict("people.invitees-refused", {}, { addresses: refused });
  await requireSeats(ctx, emails.length);

  const inviter = await nameOf(ctx, actor.personId);
  for (const invitee of invitees)
    await inviteOne(ctx, door, {
      ...invitee,
      role,
      inviter,
      by: actor.personId,
      known: known.get(invitee.email) ?? null,
    });
  return invitees.length;
}

interface Known {
  readonly personId: Id<"person">;
  readonly locale: Locale | null;
  readonly isStaff: boolean;
}

async function findKnown(ctx: Ctx, emails: readonly string[]): Promise<Map<string, Known>> {
  const rows = await ctx.db
    .selectFrom("person_identity as i")
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "i.tenant_id").onRef("p.id", "=", "i.person_id"))
    .leftJoin("membership as m", (join) =>
      join
        .onRef("m.tenant_id", "=", "i.tenant_id")
        .on((on) => on("m.person_id", "=", on.fn.coalesce("p.canonical_id", "p.id"))),
    )
    .select(["i.value", "p.id as personId", "p.locale", "m.role"])
    .where("i.kind", "=", "email")
    .where("i.provider", "=", "")
    .where("i.value", "in", emails)
    .execute();
  return new Map(
    rows.map(({ value, personId, locale, role }) => [value, { personId, locale, isStaff: role !== null }]),
  );
}

/** What has run out makes way for what is sent anew. */
async function forgetExpired(ctx: Ctx, emails: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable("invitation")
    .set({ revoked_at: ctx.clock.now() })
    .where("email", "in", emails)
    .where("revoked_at", "is", null)
    .where("uses", "=", 0)
    .where("expires_at", "<=", ctx.clock.now())
    .execute();
}

async function listWaiting(ctx: Ctx, emails: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom("invitation")
    .select("email")
    .where("email", "in", emails)
    .where("revoked_at", "is", null)
    .where("uses", "=", 0)
    .execute();
  return new Set(rows.flatMap(({ email }) => email ?? []));
}

/** Held again when somebody joins; asked here so that nobody is promised a seat that is not there. */
async function requireSeats(ctx: Ctx, wanted: number): Promise<void> {
  const { most, taken } = await countSeats(ctx);
  if (most === null) return;
  const { promised } = await ctx.db
    .selectFrom("invitation")
    .select((where) => where.fn.countAll<number>().as("promised"))
    .where("kind", "=", "mail")
    .where("revoked_at", "is", null)
    .where("uses", "=", 0)
    .where("expires_at", ">", ctx.clock.now())
    .executeTakeFirstOrThrow();
  const free = Math.max(0, most - taken - promised);
  if (wanted > free)
    throw conflict(
      "people.seats-short",
      { free, wanted },
      { addresses: `people.seats-short?free=${free}&wanted=${wanted}` },
    );
}

async function nameOf(ctx: Ctx, personId: Id<"person">): Promise<string> {
  const { full_name } = await ctx.db
    .selectFrom("person")
    .select("full_name")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return full_name;
}

interface NewInvitation extends Invitee {
  readonly role: GivenRole;
  readonly inviter: string;
  readonly by: Id<"person">;
  readonly known: Known | null;
}

async function inviteOne(
  ctx: Ctx,
  door: JoinDoor,
  { email, fullName, role, inviter, by, known }: NewInvitation,
): Promise<void> {
  const now = ctx.clock.now();
  const id = newId<"invitation">();
  const token = newMailToken();
  const message_id = await sendInvitation(ctx, door, { email, role, token, inviter, known });
  await ctx.db
    .insertInto("invitation")
    .values({
      tenant_id: ctx.tenant.id,
      id,
      kind: "mail",
      email,
      full_name: fullName,
      role,
      token_hash: hashOf(token),
      max_uses: 1,
      invited_by_person_id: by,
      created_at: now,
      sent_at: now,
      message_id,
      expires_at: new Date(now.getTime() + mailStandsFor * day),
    })
    .execute();
  await recordChange(ctx, {
    action: "staff.invited",
    subjectType: "invitation",
    subjectId: id,
    personId: known?.personId ?? null,
    before: null,
    after: { role },
  });
  await appendFact(ctx, "people.staff-invited", { invitationId: id, personId: known?.personId ?? null });
}
