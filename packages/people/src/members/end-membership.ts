import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { examinePerson } from "../claims/examine-person.ts";
import { clusterOf } from "../people/resolve-person.ts";
import { memberPolicy } from "./member.policy.ts";

/** Shows a member out: nobody signs in as them from this moment on, and coming back is for staff to allow. */
export async function removeMember(ctx: Ctx, personId: Id<"person">): Promise<void> {
  memberPolicy.require(ctx.actor, "manage", null);
  const person = await examinePerson(ctx, personId);
  if (!person?.hasLogin) throw notFound();
  if (person.isStaff) throw conflict("people.member-is-staff");
  const now = ctx.clock.now();
  await ctx.db
    .deleteFrom("login")
    .where("person_id", "in", await clusterOf(ctx, person.personId))
    .execute();
  await ctx.db.updateTable("person").set({ shown_out_at: now }).where("id", "=", person.personId).execute();
  await ctx.db
    .updateTable("personal_link")
    .set({ revoked_at: now })
    .where("person_id", "=", person.personId)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
  await tell(ctx, "member.removed", person.personId);
}

/** Gives one's own key back. The hall keeps its record; whoever comes again claims it again. */
export async function leaveAsMember(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== "person") throw notFound();
  const person = await examinePerson(ctx, ctx.actor.personId);
  if (!person) throw notFound();
  if (person.isStaff) throw conflict("people.member-is-staff");
  const { numDeletedRows } = await ctx.db
    .deleteFrom("login")
    .where("user_id", "=", ctx.actor.userId)
    .where("person_id", "in", await clusterOf(ctx, person.personId))
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
  await tell(ctx, "member.left", person.personId);
}

async function tell(ctx: Ctx, action: string, personId: Id<"person">): Promise<void> {
  await recordChange(ctx, { action, subjectType: "person", subjectId: personId, personId, before: null, after: null });
  await appendFact(ctx, "people.member-removed", { personId });
}
