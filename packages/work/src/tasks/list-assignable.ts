import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { taskPolicy } from "../work.policy.ts";

/** Who can be given a task: everybody who works here, by name. */
export async function listAssignable(ctx: Ctx): Promise<readonly { id: Id<"person">; name: string }[]> {
  taskPolicy.require(ctx.actor, "edit", null);
  return ctx.db
    .selectFrom("membership")
    .innerJoin("person", (join) =>
      join.onRef("person.tenant_id", "=", "membership.tenant_id").onRef("person.id", "=", "membership.person_id"),
    )
    .select(["person.id", "person.full_name as name"])
    .where("person.erased_at", "is", null)
    .orderBy("person.sort_name")
    .orderBy("person.id")
    .limit(1_000)
    .execute();
}
