import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Tags as the history knows them, by name: they may be gone one day. */
export async function tagNames(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("tag")
    .select("name")
    .where("id", "in", ids as Id<"tag">[])
    .orderBy("name_key")
    .execute();
  return rows.map(({ name }) => name);
}
