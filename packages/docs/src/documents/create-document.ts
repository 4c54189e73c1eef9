import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openRoom } from "@guildhall/sync";
import { recordChange } from "@guildhall/tenancy";
import { documentText } from "../editor/document-text.ts";
import { documentTemplates } from "../editor/templates/document-templates.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { holdTrees } from "../spaces/hold-space.ts";
import { createDocumentInput } from "./document.ts";
import { findPlace, rankAt } from "./place.ts";

/** Puts a new document at the end of its siblings: a blank sheet under its title, or what its template says. */
export async function createDocument(ctx: Ctx, input: unknown): Promise<Id<"document">> {
  const { spaceId, parentId = null, template = null, ...given } = createDocumentInput.parse(input);
  const said = documentTemplates(ctx.locale).find(({ key }) => key === template);
  if (template && !said) throw notFound();
  const title = said ? documentText(said.json).title : (given.title ?? "");
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
  await openRoom(ctx, documentRoom, id);
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
