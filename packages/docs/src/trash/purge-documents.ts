import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";
import { appendFact } from "@guildhall/jobs";
import { closeRooms } from "@guildhall/sync";
import { recordChanges } from "@guildhall/tenancy";
import { documentKind } from "../rooms/document-kind.ts";

export interface Purged {
  readonly id: Id<"document">;
  readonly title: string;
  readonly scopeId: Id<"document_scope">;
  readonly ownScope: boolean;
  /** What it was thrown away with; itself, where somebody threw just this away. */
  readonly removedWith: Id<"document"> | null;
}

/**
 * Removes documents for good, with all that they held: their words and every change to them, their files, their grants,
 * who was there, and where others name them. Nothing may stand below them any more.
 */
export async function purgeDocuments(ctx: Ctx, documents: readonly Purged[]): Promise<void> {
  const ids = documents.map(({ id }) => id);
  await letGoOfFiles(ctx, ids);
  await closeRooms(ctx, documentKind, ids);
  await ctx.db
    .deleteFrom("document_mention")
    .where("target_type", "=", "document")
    .where("target_id", "in", ids)
    .execute();
  await ctx.db.deleteFrom("document").where("id", "in", ids).execute();
  const scopes = documents.filter(({ ownScope }) => ownScope).map(({ scopeId }) => scopeId);
  if (scopes.length > 0) await ctx.db.deleteFrom("document_scope").where("id", "in", scopes).execute();
  const roots = documents.filter(({ id, removedWith }) => removedWith === null || removedWith === id);
  await recordChanges(
    ctx,
    roots.map(({ id, title }) => ({
      action: "document.purged",
      subjectType: "document",
      subjectId: id,
      before: { title },
      after: null,
    })),
  );
  for (const documentId of ids) await appendFact(ctx, "docs.document-purged", { documentId });
}

/** A file goes with the last document that shows it; until then it is a copy's. */
async function letGoOfFiles(ctx: Ctx, ids: readonly Id<"document">[]): Promise<void> {
  const files = await ctx.db
    .selectFrom("file")
    .select("id")
    .where("subject_type", "=", "document")
    .where("subject_id", "in", [...ids])
    .forUpdate()
    .execute();
  for (const { id } of files) {
    const heir = await ctx.db
      .selectFrom("document_file")
      .select("document_id as documentId")
      .where("file_id", "=", id)
      .where("document_id", "not in", [...ids])
      .limit(1)
      .executeTakeFirst();
    if (heir) await ctx.db.updateTable("file").set({ subject_id: heir.documentId }).where("id", "=", id).execute();
    else await deleteFile(ctx, id);
  }
}
