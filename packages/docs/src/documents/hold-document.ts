import { type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import type { DocumentRole } from "../access/document-role.ts";
import { roleAt } from "../access/role-at.ts";
import { goneBefore } from "../trash/kept-until.ts";

export interface HeldDocument extends Selectable<DB["document"]> {
  readonly role: DocumentRole | null;
}

/** A document for a change by the actor, locked until the transaction ends. Not there for whoever may not see it, nor in the trash. */
export async function holdDocument(
  ctx: Ctx,
  documentId: Id<"document">,
  act: "view" | "comment" | "edit" | "manage",
  { removed = false }: { removed?: boolean } = {},
): Promise<HeldDocument> {
  const row = await ctx.db
    .selectFrom("document as d")
    .innerJoin("space as s", (join) => join.onRef("s.tenant_id", "=", "d.tenant_id").onRef("s.id", "=", "d.space_id"))
    .selectAll("d")
    .where("d.id", "=", documentId)
    .where("s.removed_at", "is", null)
    .forUpdate("d")
    .executeTakeFirst();
  if (!row || (row.removed_at !== null) !== removed) throw notFound();
  if (row.removed_at && row.removed_at < goneBefore(ctx.clock.now())) throw notFound();
  const role = await roleAt(ctx, row.scope_id);
  documentPolicy.require(ctx.actor, act, { role });
  return { ...row, role };
}
