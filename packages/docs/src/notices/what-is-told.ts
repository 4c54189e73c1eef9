import { type Id, plainFromRichText, readRichText } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import type { Said } from "@guildhall/notify";
import { atLeast, type DocumentRole } from "../access/document-role.ts";
import { findScope } from "../access/find-scope.ts";
import { roleAt } from "../access/role-at.ts";

/** Whether somebody may do this with a document now. */
export async function mayNow(reader: Ctx, documentId: Id<"document">, asked: DocumentRole): Promise<boolean> {
  const scopeId = await findScope(reader, documentId);
  return scopeId !== null && atLeast(await roleAt(reader, scopeId), asked);
}

/** What a document is called, for somebody who may see it. */
export async function titleFor({ reader, locale }: Pick<Said<unknown>, "reader" | "locale">, id: Id<"document">) {
  const row = await reader.db.selectFrom("document").select("title").where("id", "=", id).executeTakeFirst();
  return row?.title || m.docs_untitled({}, { locale });
}

interface ToldComment {
  /** By which name a guest spoke. */
  readonly guest: string | null;
  /** The beginning of what was said. */
  readonly words: string;
}

const asMuch = 160;

/** What was said, unless it was taken back. */
export async function commentTold(ctx: Ctx, id: Id<"document_comment">): Promise<ToldComment | null> {
  const row = await ctx.db
    .selectFrom("document_comment")
    .select(["body", "guest_name as guest"])
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const text = readRichText(row.body);
  const words = text ? plainFromRichText(text).replace(/\s+/g, " ").trim() : "";
  return { guest: row.guest, words: words.length > asMuch ? `${words.slice(0, asMuch - 1)}…` : words };
}

/** Where a document is, in the workspace and in the portal, with one of its threads open. */
export function placeOfThread(documentId: Id<"document">, threadId: Id<"document_thread">) {
  const path = `docs/${documentId}?thread=${threadId}`;
  return { workspace: path, portal: path };
}
