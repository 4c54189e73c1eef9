import type { Ctx } from "@guildhall/db";
import { limitOf, requireRoom } from "@guildhall/tenancy";

/** How many people the hall's plan has room for (null: as many as it likes), and how many there are. */
export interface PeopleRoom {
  readonly most: number | null;
  readonly used: number;
}

/** Throws `tenancy.people-full` where the plan has no room for so many more. Called before any other lock is taken. */
export function requireRoomForPeople(ctx: Ctx, more = 1): Promise<void> {
  return requireRoom(ctx, "people.rows", { more, used: () => countEverybody(ctx) });
}

export async function peopleRoom(ctx: Ctx): Promise<PeopleRoom> {
  return { most: await limitOf(ctx, "people.rows"), used: await countEverybody(ctx) };
}

/** One row for each human: merged and erased ones take no room. */
async function countEverybody(ctx: Ctx): Promise<number> {
  const { people } = await ctx.db
    .selectFrom("person")
    .select((where) => where.fn.countAll<number>().as("people"))
    .where("canonical_id", "is", null)
    .where("erased_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(people);
}
