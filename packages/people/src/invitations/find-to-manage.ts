import { forbidden, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { mayGiveRole } from "../staff/staff.policy.ts";

/** An invitation, locked, for somebody who could have given it. */
export async function findToManage(ctx: Ctx, invitationId: Id<"invitation">) {
  if (!ctx.actor.can("staff.manage")) throw forbidden();
  const found = await ctx.db
    .selectFrom("invitation")
    .selectAll()
    .where("id", "=", invitationId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound();
  if (!mayGiveRole(ctx.actor, found.role)) throw forbidden();
  return found;
}
