import { forbidden, type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import type { StaffMember } from "./staff.ts";

/** Everybody on the staff, those who have been longest first. */
export function listStaff(ctx: Ctx, page: Page): Promise<PageOf<StaffMember>> {
  if (!ctx.actor.can("workspace.enter")) throw forbidden();
  return keyset(members(ctx), page, {
    columns: ["since", "personId"],
    direction: "asc",
    references: { since: "membership.created_at", personId: "membership.person_id" },
  });
}

/** One of the staff; not found for anybody else. */
export async function getStaffMember(ctx: Ctx, personId: Id<"person">): Promise<StaffMember> {
  if (!ctx.actor.can("workspace.enter")) throw forbidden();
  const member = await members(ctx).where("membership.person_id", "=", personId).executeTakeFirst();
  if (!member) throw notFound();
  return member;
}

/** Those to whom the actor could hand the hall over: the staff who do not own it, by name. At most 500. */
export function listHeirs(ctx: Ctx): Promise<StaffMember[]> {
  if (!ctx.actor.can("tenant.own")) throw forbidden();
  return members(ctx)
    .where("membership.role", "<>", "owner")
    .where("login.user_id", "is not", null)
    .orderBy("person.full_name")
    .limit(500)
    .execute();
}

function members(ctx: Ctx) {
  return ctx.db
    .selectFrom("membership")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant_id", "=", "membership.tenant_id").onRef("person.id", "=", "membership.person_id"),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("resolved_login as l")
          .select("l.user_id")
          .whereRef("l.tenant_id", "=", "membership.tenant_id")
          .whereRef("l.person_id", "=", "membership.person_id")
          .orderBy("l.created_at")
          .limit(1)
          .as("login"),
      (join) => join.onTrue(),
    )
    .select([
      "membership.person_id as personId",
      "login.user_id as userId",
      "person.full_name as fullName",
      "membership.role",
      "person.avatar_file_id as avatarFileId",
      "membership.created_at as since",
    ])
    .select((from) =>
      from
        .selectFrom("person_identity as i")
        .select("i.value")
        .whereRef("i.tenant_id", "=", "membership.tenant_id")
        .whereRef("i.person_id", "=", "membership.person_id")
        .where("i.kind", "=", "email")
        .orderBy("i.created_at")
        .orderBy("i.id")
        .limit(1)
        .as("email"),
    );
}
