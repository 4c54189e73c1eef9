import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { z } from "zod";
import { peoplePolicy } from "./person.policy.ts";

const nameQuerySchema = z.string().trim().max(100).default("");
/** So many of the newest are looked through: a name inside a name has no index, and a hall may have a million people. */
const looked = 20_000;
const most = 20;

export interface NamedPerson {
  readonly id: Id<"person">;
  readonly fullName: string;
}

/** People in whose name this is found, the newest first, for a field that finds somebody while one types. At most 20. */
export async function findPeopleByName(ctx: Ctx, query: unknown): Promise<readonly NamedPerson[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  const wanted = nameQuerySchema.parse(query);
  if (wanted === "") return [];
  const newest = ctx.db
    .selectFrom("person")
    .select(["id", "full_name as fullName"])
    .where("canonical_id", "is", null)
    .where("erased_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(looked);
  return ctx.db
    .selectFrom(newest.as("newest"))
    .select(["id", "fullName"])
    .where(sql<boolean>`position(lower(${wanted}) in lower("fullName")) > 0`)
    .limit(most)
    .execute();
}

/** What somebody is called, for whoever may see them; null for anybody else. */
export async function findNameOf(ctx: Ctx, personId: Id<"person">): Promise<string | null> {
  peoplePolicy.require(ctx.actor, "view", null);
  const person = await ctx.db
    .selectFrom("person")
    .select("full_name")
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return person?.full_name ?? null;
}
