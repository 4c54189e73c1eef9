import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { limitOf, personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";

/**
 * Holds a hall's staff still until the transaction ends: who comes, goes or changes role does so one after the other,
 * so that the last seat is given once and the last owner stays. Whoever acts is given as they stand by then. Taken
 * before any other lock.
 */
export async function holdRoster(ctx: Ctx): Promise<Ctx> {
  await ctx.db
    .selectFrom("tenant")
    .select("id")
    .where("id", "=", ctx.tenant.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
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

/** Throws `people.last-owner` where this person's leaving the role would leave the hall to nobody. */
export async function requireAnotherOwner(ctx: Ctx, personId: Id<"person">): Promise<void> {
  const other = await ctx.db
    .selectFrom("membership")
    .select("person_id")
    .where("role", "=", "owner")
    .where("person_id", "<>", personId)
    .limit(1)
    .executeTakeFirst();
  if (!other) throw conflict("people.last-owner");
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
