import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { erasedName } from "./erase-record.ts";
import type { TracedPerson } from "./person-trace.ts";

/** An address where one has to stand and nobody is meant. */
const nobody = "erased@erased.invalid";

/** Forgets the ways in: their login ends at once, and what they were invited by or asked for holds their name no more. */
export async function eraseDoors(ctx: Ctx, { ids, emails }: TracedPerson): Promise<void> {
  const users = await ctx.db.deleteFrom("login").where("person_id", "in", ids).returning("user_id").execute();
  await ctx.db.deleteFrom("personal_link").where("person_id", "in", ids).execute();
  const touched = [
    ...(await eraseRequests(ctx, ids, {
      emails,
      users: users.map(({ user_id }) => user_id),
    })),
    ...(await eraseInvitations(ctx, emails)),
  ];
  if (touched.length === 0) return;
  await ctx.db
    .updateTable("audit_entry")
    .set({ before: null, after: null, redacted_at: ctx.clock.now() })
    .where("subject_type", "in", ["invitation", "member_invitation", "join_request"])
    .where("subject_id", "in", touched)
    .execute();
}

interface Asker {
  readonly emails: readonly string[];
  readonly users: readonly Id<"user_account">[];
}

async function eraseRequests(ctx: Ctx, ids: readonly Id<"person">[], { emails, users }: Asker): Promise<Id<string>[]> {
  const now = ctx.clock.now();
  const theirs = await ctx.db
    .selectFrom("join_request")
    .select(["id", "state"])
    .where((request) =>
      request.or([
        request("claims_person_id", "in", ids),
        request("has_person_id", "in", ids),
        ...(emails.length > 0 ? [request("email", "in", emails)] : []),
        ...(users.length > 0 ? [request("user_id", "in", users)] : []),
      ]),
    )
    .forUpdate()
    .execute();
  for (const { id, state } of theirs)
    await ctx.db
      .updateTable("join_request")
      .set({
        full_name: erasedName,
        email: nobody,
        note: null,
        ...(state === "waiting" && { state: "declined" as const, decided_at: now }),
      })
      .where("id", "=", id)
      .execute();
  return theirs.map(({ id }) => id);
}

async function eraseInvitations(ctx: Ctx, emails: readonly string[]): Promise<Id<string>[]> {
  if (emails.length === 0) return [];
  const now = ctx.clock.now();
  const members = await ctx.db
    .updateTable("member_invitation")
    .set((invitation) => ({ email: null, revoked_at: invitation.fn.coalesce("revoked_at", invitation.val(now)) }))
    .where("email", "in", emails)
    .returning("id")
    .execute();
  const staff = await ctx.db
    .updateTable("invitation")
    .set((invitation) => ({ email: nobody, revoked_at: invitation.fn.coalesce("revoked_at", invitation.val(now)) }))
    .where("email", "in", emails)
    .returning("id")
    .execute();
  return [...members, ...staff].map(({ id }) => id);
}
