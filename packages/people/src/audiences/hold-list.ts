import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { audiencePolicy } from "./audience.policy.ts";

/** A list for a change by the actor, held until the transaction ends. */
export async function holdList(ctx: Ctx, audienceId: Id<"audience">) {
  const list = await ctx.db
    .selectFrom("audience")
    .select(["id", "kind", "name"])
    .where("id", "=", audienceId)
    .forUpdate()
    .executeTakeFirst();
  if (!list) throw notFound();
  audiencePolicy.require(ctx.actor, "fill", list);
  return list;
}
