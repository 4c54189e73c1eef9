import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { peoplePolicy } from "./person.policy.ts";

/** Those of the staff whom people can be given to, by name. */
export function listOwners(
  ctx: Ctx,
): Promise<{ id: Id<"person">; fullName: string; avatarFileId: Id<"file"> | null }[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  return ctx.db
    .selectFrom("membership as m")
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "m.tenant_id").onRef("p.id", "=", "m.person_id"))
    .select(["p.id", "p.full_name as fullName", "p.avatar_file_id as avatarFileId"])
    .orderBy("p.sort_name")
    .orderBy("p.id")
    .limit(500)
    .execute();
}
