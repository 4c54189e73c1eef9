import type { Actor, Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { personActor } from "@guildhall/tenancy";
import { type Permission, permissionsOf, roles } from "@guildhall/tenancy/schemas";

/** Somebody who can come in and read, as who they are here now. */
export type Reader = Extract<Actor, { kind: "person" }>;

/** Those of these people who have a way in; nobody else reads notices. */
export async function readersAmong(ctx: Ctx, personIds: readonly Id<"person">[]): Promise<readonly Reader[]> {
  if (personIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("resolved_login as login")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant_id", "=", "login.tenant_id").onRef("person.id", "=", "login.person_id"),
    )
    .leftJoin("membership", (join) =>
      join.onRef("membership.tenant_id", "=", "login.tenant_id").onRef("membership.person_id", "=", "login.person_id"),
    )
    .select(["login.user_id as userId", "login.person_id as personId", "membership.role"])
    .distinctOn("login.person_id")
    .where("login.person_id", "in", [...new Set(personIds)])
    .where("person.erased_at", "is", null)
    .orderBy("login.person_id")
    .orderBy("login.created_at")
    .execute();
  return rows.map(readerOf);
}

/** Everybody of the staff who may do this. */
export async function staffWhoMay(ctx: Ctx, permission: Permission): Promise<Id<"person">[]> {
  const able = roles.filter((role) => permissionsOf[role].has(permission));
  const rows = await ctx.db.selectFrom("membership").select("person_id").where("role", "in", able).execute();
  return rows.map((row) => row.person_id);
}

function readerOf(standing: Parameters<typeof personActor>[0]): Reader {
  const actor = personActor(standing);
  if (actor.kind !== "person") throw new TypeError("A person acts as a person.");
  return actor;
}
