import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { holdTrees } from "../spaces/hold-space.ts";
import { createDocumentInput } from "./document.ts";
import { findPlace, rankAt } from "./place.ts";

/** Puts a new document at the end of its siblings. What stands in it comes when it is first opened: see the room's seed. */
export async function createDocument(ctx: Ctx, input: unknown): Promise<Id<"document">> {
  const { spaceId, parentId = null, title = "", template = null } = createDocumentInput.parse(input);
  await holdTrees(ctx, [spaceId]);
  const place = await findPlace(ctx, spaceId, parentId);
  const now = ctx.clock.now();
  const creator = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const { id } = await ctx.db
    .insertInto("document")
    .values({
      tenant_id: ctx.tenant.id,
      space_id: spaceId,
      parent_id: parentId,
      rank: await rankAt(ctx, place),
      scope_id: place.scopeId,
      title,
      template,
      created_by: creator,
      created_at: now,
      edited_by: creator,
      edited_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordChange(ctx, {
    action: "document.created",
    subjectType: "document",
    subjectId: id,
    before: null,
    after: { ...(title && { title }), ...(template && { template }) },
  });
  await appendFact(ctx, "docs.document-created", { documentId: id });
  return id;
}
