import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { documentIconInput } from "./document.ts";
import { holdDocument } from "./hold-document.ts";

/** Gives a document a sign that it is known by in lists, or takes it away. */
export async function setDocumentIcon(ctx: Ctx, input: unknown): Promise<void> {
  const { documentId, icon = null } = documentIconInput.parse(input);
  const before = await holdDocument(ctx, documentId, "edit");
  if (before.icon === icon) return;
  await ctx.db.updateTable("document").set({ icon }).where("id", "=", documentId).execute();
  await recordChange(ctx, {
    action: "document.marked",
    subjectType: "document",
    subjectId: documentId,
    before: { icon: before.icon },
    after: { icon },
  });
  // As a title does, a sign changes what the document is called in lists.
  await appendFact(ctx, "docs.document-titled", { documentId });
}
