import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Whose grants hold for a document; null where there is none, or it or its space lies in the trash. */
export async function findScope(ctx: Ctx, documentId: Id<"document">): Promise<Id<"document_scope"> | null> {
  const found = await ctx.db
    .selectFrom("document as d")
    .innerJoin("space as s", (join) => join.onRef("s.tenant_id", "=", "d.tenant_id").onRef("s.id", "=", "d.space_id"))
    .select("d.scope_id as scopeId")
    .where("d.id", "=", documentId)
    .where("d.removed_at", "is", null)
    .where("s.removed_at", "is", null)
    .executeTakeFirst();
  return found?.scopeId ?? null;
}
