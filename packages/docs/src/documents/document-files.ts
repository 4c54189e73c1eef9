import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { ReceivedFile } from "@guildhall/files";
import type { StoredFile } from "@guildhall/files/schemas";
import { keepFile } from "@guildhall/tenancy";
import { documentPolicy } from "../access/document.policy.ts";
import { findScope } from "../access/find-scope.ts";
import { roleAt } from "../access/role-at.ts";
import { getDocument } from "./document.queries.ts";

/** Keeps a picture or a file that somebody put into a document; seen by whoever may see the document. */
export async function addDocumentFile(
  ctx: Ctx,
  documentId: Id<"document">,
  received: ReceivedFile,
  key: string | null = null,
): Promise<StoredFile> {
  documentPolicy.require(ctx.actor, "edit", await getDocument(ctx, documentId, key));
  return keepFile(ctx, received, { type: "document", id: documentId });
}

/** Whether the reader may see what belongs to a document, its files for one. */
export function mayViewDocument(key: string | null = null): (ctx: Ctx, id: Id<string>) => Promise<boolean> {
  return async (ctx, id) => {
    const scopeId = await findScope(ctx, idSchema("document").parse(id));
    return scopeId !== null && (await roleAt(ctx, scopeId, key)) !== null;
  };
}
