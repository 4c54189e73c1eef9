import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";

/**
 * Lets go of what an import holds of people that are nobody's record: its file, the rows that did not come in, and the
 * examples that pages showed. What it did stands in its change set, so that it can be undone as before.
 */
export async function letGo(ctx: Ctx, runId: Id<"import_run">): Promise<void> {
  const { fileId } = await ctx.db
    .selectFrom("import_run")
    .select("file_id as fileId")
    .where("id", "=", runId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await ctx.db.deleteFrom("import_row").where("run_id", "=", runId).execute();
  await ctx.db
    .updateTable("import_run")
    .set({ file_id: null, layout: null, proposal: null, preview: null })
    .where("id", "=", runId)
    .execute();
  if (fileId) await deleteFile(ctx, fileId);
}
