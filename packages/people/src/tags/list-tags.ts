import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Tone } from "../fields/field.ts";
import { peoplePolicy } from "../people/person.policy.ts";

/** A word that staff put on people and companies. */
export interface ListedTag {
  readonly id: Id<"tag">;
  readonly name: string;
  readonly tone: Tone;
}

/** As many as a hall can usefully tell apart; more are not listed. */
const most = 1_000;

/** The hall's tags, by name. */
export function listTags(ctx: Ctx): Promise<readonly ListedTag[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  return ctx.db.selectFrom("tag").select(["id", "name", "tone"]).orderBy("name_key").limit(most).execute();
}
