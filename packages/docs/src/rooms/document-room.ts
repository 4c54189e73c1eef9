import { idSchema } from "@guildhall/core";
import type { RoomKind } from "@guildhall/sync";
import { atLeast } from "../access/document-role.ts";
import { roleAt } from "../access/role-at.ts";
import { beginDocument } from "./begin-document.ts";
import { documentKind, documentSchemaVersion } from "./document-kind.ts";
import { settleDocument } from "./settle-document.ts";

/** The rooms that documents' words stand in: who may edit, edits; whoever else may see it, looks. */
export const documentRoom: RoomKind = {
  kind: documentKind,
  schemaVersion: documentSchemaVersion,
  authorise: async (ctx, { subjectId, key }) => {
    const document = await ctx.db
      .selectFrom("document as d")
      .innerJoin("space as s", (join) => join.onRef("s.tenant_id", "=", "d.tenant_id").onRef("s.id", "=", "d.space_id"))
      .select("d.scope_id as scopeId")
      .where("d.id", "=", idSchema("document").parse(subjectId))
      .where("d.removed_at", "is", null)
      .where("s.removed_at", "is", null)
      .executeTakeFirst();
    const role = document ? await roleAt(ctx, document.scopeId, key) : null;
    if (!role) return null;
    return atLeast(role, "edit") ? "edit" : "view";
  },
  seed: beginDocument,
  settled: settleDocument,
  // Who is in an audience, and whose record is whose.
  accessFollows: (fact) => fact.startsWith("people."),
};
