import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { personPolicy } from "./person.policy.ts";

/** Whether the actor may see this person, and that person is there. */
export async function mayViewPerson(ctx: Ctx, personId: Id<string>): Promise<boolean> {
  const id = idSchema("person").parse(personId);
  if (!personPolicy.allows(ctx.actor, "view", { id })) return false;
  return (await ctx.db.selectFrom("person").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}
