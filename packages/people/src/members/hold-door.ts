import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Lets one user through one hall's door at a time, until the transaction ends: two tabs are not two people. */
export async function holdDoor(ctx: Ctx, userId: Id<"user_account">): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.tenant.id}:${userId}`}, 12))`.execute(ctx.db);
}

/** Who a user is here; null for nobody yet. */
export async function findOwnPerson(ctx: Ctx, userId: Id<"user_account">): Promise<Id<"person"> | null> {
  const login = await ctx.db
    .selectFrom("resolved_login")
    .select("person_id")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return login?.person_id ?? null;
}
