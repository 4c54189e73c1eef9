import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

interface Related {
  readonly people: readonly Id<string>[];
  readonly companies: readonly Id<string>[];
}

/** What the records are called that relations lead to, by id; those that the actor may not see, or that are gone, are left out. */
export async function listRelated(ctx: Ctx, { people, companies }: Related): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (people.length > 0 && ctx.actor.can("people.view"))
    for (const { id, name } of await ctx.db
      .selectFrom("person")
      .select(["id", "full_name as name"])
      .where("id", "in", people as readonly Id<"person">[])
      .where("erased_at", "is", null)
      .execute())
      names.set(id, name);
  if (companies.length > 0 && ctx.actor.can("companies.view"))
    for (const { id, name } of await ctx.db
      .selectFrom("company")
      .select(["id", "name"])
      .where("id", "in", companies as readonly Id<"company">[])
      .execute())
      names.set(id, name);
  return names;
}
