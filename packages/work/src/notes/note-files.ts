import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listFilesOf } from "@guildhall/files";
import type { StoredFile } from "@guildhall/files/schemas";

/** The files of these notes, oldest first. */
export async function filesOf(
  ctx: Ctx,
  noteIds: readonly Id<"note">[],
): Promise<ReadonlyMap<Id<string>, readonly StoredFile[]>> {
  if (noteIds.length === 0) return new Map();
  const held = await ctx.db
    .selectFrom("file")
    .select("subject_id")
    .distinct()
    .where("subject_type", "=", "note")
    .where("subject_id", "in", [...noteIds])
    .execute();
  const found = new Map<Id<string>, readonly StoredFile[]>();
  for (const { subject_id: id } of held)
    found.set(id, (await listFilesOf(ctx, { type: "note", id }, { size: 50, cursor: null })).rows);
  return found;
}
