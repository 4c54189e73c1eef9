import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { recheckDocuments } from "../access/recheck.ts";
import { holdTrees } from "../spaces/hold-space.ts";
import { documentRefInput } from "./document.ts";
import { holdDocument } from "./hold-document.ts";
import { subtreeOf } from "./move-document.ts";
import { rankAt } from "./place.ts";

/** Puts a document with all below it into the trash; what was there already stays there by itself. */
export async function removeDocument(ctx: Ctx, input: unknown): Promise<void> {
  const { documentId } = documentRefInput.parse(input);
  const { title } = await holdDocument(ctx, documentId, "edit");
  const ids = (await subtreeOf(ctx, documentId)).map(({ id }) => id);
  await ctx.db
    .updateTable("document")
    .set({
      removed_at: ctx.clock.now(),
      removed_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      removed_with: documentId,
    })
    .where("id", "in", ids)
    .where("removed_at", "is", null)
    .execute();
  await recheckDocuments(ctx, ids);
  await recordChange(ctx, {
    action: "document.removed",
    subjectType: "document",
    subjectId: documentId,
    before: { title, documents: ids.length },
    after: null,
  });
  await appendFact(ctx, "docs.document-removed", { documentId });
}

/**
 * Takes a document out of the trash with all that went there with it: to where it was, or to the top of its space where
 * that is gone; last of what stands there.
 */
export async function restoreDocument(ctx: Ctx, input: unknown): Promise<void> {
  const { documentId } = documentRefInput.parse(input);
  const {
    space_id: spaceId,
    parent_id,
    title,
    removed_with,
  } = await holdDocument(ctx, documentId, "edit", {
    removed: true,
  });
  await holdTrees(ctx, [spaceId]);
  const parentId = parent_id && (await stands(ctx, parent_id)) ? parent_id : null;
  const rank = await rankAt(ctx, { spaceId, parentId }, { but: documentId });
  const back = { removed_at: null, removed_by: null, removed_with: null };
  await ctx.db
    .updateTable("document")
    .set({ ...back, parent_id: parentId, rank })
    .where("id", "=", documentId)
    .execute();
  const ids = (await subtreeOf(ctx, documentId)).map(({ id }) => id);
  if (removed_with)
    await ctx.db
      .updateTable("document")
      .set(back)
      .where("id", "in", ids)
      .where("removed_with", "=", removed_with)
      .execute();
  await recheckDocuments(ctx, ids);
  await recordChange(ctx, {
    action: "document.restored",
    subjectType: "document",
    subjectId: documentId,
    before: null,
    after: { title },
  });
  await appendFact(ctx, "docs.document-restored", { documentId });
}

async function stands(ctx: Ctx, documentId: Id<"document">): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("document")
    .select("id")
    .where("id", "=", documentId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
