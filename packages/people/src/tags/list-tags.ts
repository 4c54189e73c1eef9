import type { Ctx } from "@guildhall/db";
import { peoplePolicy } from "../people/person.policy.ts";
import type { Tag } from "./tag.ts";

/** The tags of the hall by name, at most so many as a list of suggestions needs. */
export function listTags(ctx: Ctx, most = 1_000): Promise<Tag[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  return ctx.db.selectFrom("tag").select(["id", "name", "tone"]).orderBy("name_key").limit(most).execute();
}
