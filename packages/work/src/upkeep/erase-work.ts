import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";
import { cancelFact } from "@guildhall/jobs";
import { filesOf } from "../notes/note-files.ts";

/**
 * Blanks what was written about a person: the words of notes and tasks, with the files of those notes. That something
 * was written stays known. Elsewhere nobody finds their name any more where they are mentioned.
 */
export async function eraseWork(ctx: Ctx, personId: Id<"person">): Promise<void> {
  const subjectId = idSchema("subject").parse(personId);
  const notes = await ctx.db
    .updateTable("note")
    .set({ body: null, pinned_at: null })
    .where("subject_type", "=", "person")
    .where("subject_id", "=", subjectId)
    .returning("id")
    .execute();
  const ids = notes.map(({ id }) => id);
  for (const files of (await filesOf(ctx, ids)).values()) for (const { id } of files) await deleteFile(ctx, id);
  if (ids.length > 0)
    await ctx.db
      .deleteFrom("mention")
      .where("source_type", "=", "note")
      .where(
        "source_id",
        "in",
        ids.map((id) => idSchema("source").parse(id)),
      )
      .execute();
  const tasks = await ctx.db
    .updateTable("task")
    .set({ title: "—", detail: null })
    .where("subject_type", "=", "person")
    .where("subject_id", "=", subjectId)
    .returning("id")
    .execute();
  for (const { id } of tasks) await cancelFact(ctx, `work.task-due:${id}`);
  await ctx.db.deleteFrom("mention").where("target_id", "=", idSchema("target").parse(personId)).execute();
}
