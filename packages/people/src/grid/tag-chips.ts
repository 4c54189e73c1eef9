import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { TagChip } from "./person-row.ts";

/** Tags by their ids. */
export async function loadTags(ctx: Ctx, ids: readonly Id<"tag">[]): Promise<ReadonlyMap<string, TagChip>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.selectFrom("tag").select(["id", "name", "tone"]).where("id", "in", wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A row's tags by name. */
export function chipsOf(ids: readonly Id<"tag">[], tags: ReadonlyMap<string, TagChip>): TagChip[] {
  if (ids.length === 0) return [];
  return ids.flatMap((id) => tags.get(id) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
}
