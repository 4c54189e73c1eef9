import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { documentUpdate, emptyDocument } from "../editor/document-update.ts";
import { documentTemplates } from "../editor/templates/document-templates.ts";
import { copyDocument } from "./copy-document.ts";

/**
 * What a new document says: its title over a blank sheet, what its template says in the language of whoever begins it, or
 * what stands in the document that it is a copy of.
 */
export async function beginDocument(ctx: Ctx, subjectId: Id<string>): Promise<Uint8Array | null> {
  const document = await ctx.db
    .selectFrom("document")
    .select(["title", "template", "copied_from as copiedFrom"])
    .where("id", "=", idSchema("document").parse(subjectId))
    .executeTakeFirst();
  if (!document) return null;
  if (document.copiedFrom) return copyDocument(ctx, idSchema("document").parse(document.copiedFrom), document.title);
  const template = documentTemplates(ctx.locale).find(({ key }) => key === document.template);
  return documentUpdate(template?.json ?? emptyDocument(document.title));
}
