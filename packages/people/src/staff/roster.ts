import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { holdTenant, limitOf, personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { type Expression, sql } from "kysely";
import type { OpenAccounts } from "./open-accounts.ts";

/**
 * Holds a hall's staff still until the transaction ends: who comes, goes or changes role does so one after the other,
 * so that the last seat is given once and the last owner stays. Whoever acts is given as they stand by then. Taken
 * before any other lock.
 */
export async function holdRoster(ctx: Ctx): Promise<Ctx> {
  await holdTenant(ctx);
  const { actor } = ctx;
  if (actor.kind !== "person") return ctx;
  const role = await findRole(ctx, actor.personId);
  return { ...ctx, actor: personActor({ userId: actor.userId, personId: actor.personId, role }) };
}

export async function findRole(ctx: Ctx, personId: Id<"person">): Promise<Role | null> {
  const row = await ctx.db.selectFrom("membership").select("role").where("person_id", "=", personId).executeTakeFirst();
  return row?.role ?? null;
}

/** Somebody on the staff; not found for anybody else. */
export async function findStanding(ctx: Ctx, personId: Id<"person">): Promise<{ personId: Id<"person">; role: Role }> {
  const role = await findRole(ctx, personId);
  if (!role) throw notFound();
  return { personId, role };
}

/**
 * Throws `people.last-owner` where this person's leaving the role would leave the hall to nobody who has an account.
 * Whoever owns it with them cannot close theirs meanwhile (`closeOwnAccount` holds the same).
 */
export async function requireAnotherOwner(ctx: Ctx, personId: Id<"person">, openAccounts: OpenAccounts): Promise<void> {
  await ctx.db.selectNoFrom(ownersLock(sql.val(ctx.tenant.id)).as("held")).execute();
  if (!(await hasAnotherOwner(ctx, personId, openAccounts))) throw conflict("people.last-owner");
}

/** Whether somebody else owns the hall, and has an account to come in with. */
export async function hasAnotherOwner(ctx: Ctx, personId: Id<"person">, openAccounts: OpenAccounts): Promise<boolean> {
  const others = await ctx.db
    .selectFrom("membership")
    .innerJoin("resolved_login as login", (join) =>
      join.onRef("login.tenant_id", "=", "membership.tenant_id").onRef("login.person_id", "=", "membership.person_id"),
    )
    .select("login.user_id")
    .where("membership.role", "=", "owner")
    .where("membership.person_id", "<>", personId)
    .execute();
  return (await openAccounts(others.map(({ user_id }) => user_id))).size > 0;
}

/** Held by whoever makes a hall's owners fewer, from inside it or by giving up an account. */
export function ownersLock(tenantId: Expression<unknown>) {
  return sql<string>`pg_advisory_xact_lock(hashtextextended('owners of ' || ${tenantId}, 0))`;
}

/** How many seats the hall has (null: as many as it likes), and how many are taken. */
export interface Seats {
  readonly most: number | null;
  readonly taken: number;
}

export async function countSeats(ctx: Ctx): Promise<Seats> {
  const { taken } = await ctx.db
    .selectFrom("membership")
    .select((where) => where.fn.countAll<number>().as("taken"))
    .executeTakeFirstOrThrow();
  return { most: await limitOf(ctx, "staff.seats"), taken };
}
