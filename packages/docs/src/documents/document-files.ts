import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { ReceivedFile } from "@guildhall/files";
import type { StoredFile } from "@guildhall/files/schemas";
import { keepFile } from "@guildhall/tenancy";
import { documentPolicy } from "../access/document.policy.ts";
import { findScope } from "../access/find-scope.ts";
import { roleAt } from "../access/role-at.ts";
import { getDocument } from "./document.queries.ts";

/** Not there for whoever may not see the document; forbidden to whoever may not write in it. */
export async function requireMayWrite(ctx: Ctx, documentId: Id<"document">, key: string | null = null): Promise<void> {
  documentPolicy.require(ctx.actor, "edit", await getDocument(ctx, documentId, key));
}

/** Keeps a picture or a file that somebody put into a document; seen by whoever may see the document. */
export async function addDocumentFile(
  ctx: Ctx,
  documentId: Id<"document">,
  received: ReceivedFile,
  key: string | null = null,
): Promise<StoredFile> {
  await requireMayWrite(ctx, documentId, key);
  return keepFile(ctx, received, { type: "document", id: documentId });
}

/** Whether the reader may see a file of a document: by seeing the document, or a copy of it that shows the file too. */
export function mayViewDocument(
  key: string | null = null,
): (ctx: Ctx, id: Id<string>, fileId: Id<"file">) => Promise<boolean> {
  return async (ctx, id, fileId) => {
    if (await maySee(ctx, idSchema("document").parse(id), key)) return true;
    const copies = await ctx.db
      .selectFrom("document_file")
      .select("document_id as documentId")
      .where("file_id", "=", fileId)
      .limit(mostCopies)
      .execute();
    for (const { documentId } of copies) if (await maySee(ctx, documentId, key)) return true;
    return false;
  };
}

/** So many are asked about for one picture. */
const mostCopies = 100;

async function maySee(ctx: Ctx, documentId: Id<"document">, key: string | null): Promise<boolean> {
  const scopeId = await findScope(ctx, documentId);
  return scopeId !== null && (await roleAt(ctx, scopeId, key)) !== null;
}
