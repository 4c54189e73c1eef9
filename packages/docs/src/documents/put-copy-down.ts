import { forbidden, type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { editRoom } from "@guildhall/sync";
import { sql } from "kysely";
import * as Y from "yjs";
import { z } from "zod";
import { placesOf } from "../access/role-at.ts";
import { type DocumentNode, documentField } from "../editor/document-node.ts";
import { documentText } from "../editor/document-text.ts";
import { documentUpdate } from "../editor/document-update.ts";
import { fitNodes } from "../editor/limits.ts";
import { readDocument } from "../editor/read-document.ts";
import { partsOf } from "../history/part.ts";
import { rewrite } from "../history/rewrite.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { createDocument } from "./create-document.ts";

const copyInput = z.object({ json: z.string().max(4_000_000) });

/**
 * Puts what somebody kept on their device into a new document of theirs, on the first shelf where they may write. Forbidden
 * where they may write on none.
 */
export async function putCopyDown(ctx: Ctx, input: unknown): Promise<Id<"document">> {
  const copy = readCopy(copyInput.parse(input).json);
  const spaceId = await firstShelf(ctx);
  if (!spaceId) throw forbidden();
  const id = await createDocument(ctx, { spaceId, title: documentText(copy).title.slice(0, 300) });
  const wanted = new Y.Doc();
  Y.applyUpdate(wanted, updateOf(copy));
  const parts = partsOf(wanted.getXmlFragment(documentField));
  await editRoom(ctx, documentKind, id, (doc) => rewrite(doc.getXmlFragment(documentField), parts));
  return id;
}

function readCopy(json: string): DocumentNode {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw invalid("docs.copy-unreadable");
  }
  const copy = readDocument(value);
  if (!copy) throw invalid("docs.copy-unreadable");
  return { ...copy, content: fitNodes(copy.content ?? []).nodes };
}

/** Of a copy that holds what this edition cannot make, its words. */
function updateOf(copy: DocumentNode): Uint8Array {
  try {
    return documentUpdate(copy);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { title, body } = documentText(copy);
    const line = (type: string, text: string) => ({ type, ...(text !== "" && { content: [{ type: "text", text }] }) });
    return documentUpdate({
      type: "doc",
      content: [line("title", title), ...body.split("\n").map((text) => line("paragraph", text))],
    });
  }
}

async function firstShelf(ctx: Ctx): Promise<Id<"space"> | null> {
  const { rows } = await sql<{ id: Id<"space"> }>`
    select s.id from space s
    join document_scope p on p.tenant_id = s.tenant_id and p.space_id = s.id and p.is_space
    join ${placesOf(ctx)} r on r.scope_id = p.id and r.role >= 3
    where s.removed_at is null
    order by s.rank limit 1`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
