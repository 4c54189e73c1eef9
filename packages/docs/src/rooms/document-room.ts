import { idSchema } from "@guildhall/core";
import type { RoomKind } from "@guildhall/sync";
import { atLeast } from "../access/document-role.ts";
import { findScope } from "../access/find-scope.ts";
import { roleAt } from "../access/role-at.ts";
import { beginDocument } from "./begin-document.ts";
import { documentKind, documentSchemaVersion } from "./document-kind.ts";
import { settleDocument } from "./settle-document.ts";

/** The rooms that documents' words stand in: who may edit, edits; whoever else may see it, looks. */
export const documentRoom: RoomKind = {
  kind: documentKind,
  schemaVersion: documentSchemaVersion,
  authorise: async (ctx, { subjectId, key }) => {
    const scopeId = await findScope(ctx, idSchema("document").parse(subjectId));
    const role = scopeId && (await roleAt(ctx, scopeId, key));
    if (!role) return null;
    return atLeast(role, "edit") ? "edit" : "view";
  },
  seed: beginDocument,
  settled: settleDocument,
  // Who is in an audience, and whose record is whose.
  accessFollows: (fact) => fact.startsWith("people."),
  // What is said about it.
  tells: (fact) => /^docs\.(?:comment|thread)-/.test(fact),
};
