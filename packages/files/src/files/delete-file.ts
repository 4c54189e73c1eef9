import { conflict, type Id, notFound } from "@guildhall/core";
import { type Ctx, sqlState } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import { deleteBytesOf } from "../sweeping/delete-bytes.ts";

/**
 * Takes a file and its renditions out; the bytes follow by a job, once that is committed. Who may is the subject's
 * policy, asked before; it is also the caller who records the change, before the transaction ends.
 * Refuses with files.in-use while a row (an avatar) still points to it.
 */
export async function deleteFile(ctx: Ctx, fileId: Id<"file">): Promise<void> {
  const file = await ctx.db
    .selectFrom("file")
    .select("storage_key")
    .where("id", "=", fileId)
    .forUpdate()
    .executeTakeFirst();
  if (!file) throw notFound();
  const renditions = await ctx.db
    .selectFrom("file_rendition")
    .select("storage_key")
    .where("file_id", "=", fileId)
    .execute();
  await remove(ctx, fileId);
  const keys = [file, ...renditions].map((row) => row.storage_key);
  await enqueueJob(ctx.db, deleteBytesOf, { tenantId: ctx.tenant.id, keys });
}

const stillReferenced = "23503";

async function remove(ctx: Ctx, fileId: Id<"file">): Promise<void> {
  try {
    await ctx.db.deleteFrom("file").where("id", "=", fileId).execute();
  } catch (error) {
    throw sqlState(error) === stillReferenced ? conflict("files.in-use", { fileId }) : error;
  }
}
