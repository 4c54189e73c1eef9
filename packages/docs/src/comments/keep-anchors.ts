import { type Id, systemActor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { editRoom } from "@guildhall/sync";
import type * as Y from "yjs";
import { documentKind } from "../rooms/document-kind.ts";
import { type AnchoredWords, anchorsIn, markAgain } from "./anchored-words.ts";

/**
 * Takes note of the words that each thread stands on now, and of those whose words are gone. Words that have come back
 * without their mark are marked again.
 */
export async function keepAnchors(ctx: Ctx, documentId: Id<"document">, doc: Y.Doc): Promise<void> {
  const threads = await ctx.db
    .selectFrom("document_thread")
    .select(["id", "quote", "words_before as before", "words_after as after", "lost_at as lostAt"])
    .where("document_id", "=", documentId)
    .where("quote", "is not", null)
    .execute();
  if (threads.length === 0) return;
  const marked = anchorsIn(doc);
  const lost = new Map<Id<"document_thread">, AnchoredWords>();
  for (const { id, lostAt, quote, ...around } of threads) {
    const known = { quote: quote ?? "", ...around };
    const now = marked.get(id);
    if (!now) lost.set(id, known);
    else if (lostAt || !same(now, known)) await keepWords(ctx, id, grown(now, known));
  }
  if (lost.size === 0) return;
  const again = await markLost(ctx, documentId, doc, lost);
  const gone = threads.filter(({ id, lostAt }) => lost.has(id) && !again.has(id) && !lostAt).map(({ id }) => id);
  if (gone.length > 0)
    await ctx.db.updateTable("document_thread").set({ lost_at: ctx.clock.now() }).where("id", "in", gone).execute();
}

const same = (one: AnchoredWords, other: AnchoredWords) =>
  one.quote === other.quote && one.before === other.before && one.after === other.after;

/** Of words that are being deleted letter by letter, the last letter says nothing: what they were stays known. */
function grown(now: AnchoredWords, known: AnchoredWords): AnchoredWords {
  return now.quote !== known.quote && known.quote.includes(now.quote) ? { ...now, quote: known.quote } : now;
}

async function keepWords(ctx: Ctx, id: Id<"document_thread">, { quote, before, after }: AnchoredWords): Promise<void> {
  await ctx.db
    .updateTable("document_thread")
    .set({ ...(quote.trim() && { quote }), words_before: before, words_after: after, lost_at: null })
    .where("id", "=", id)
    .execute();
}

async function markLost(
  ctx: Ctx,
  documentId: Id<"document">,
  doc: Y.Doc,
  lost: ReadonlyMap<Id<"document_thread">, AnchoredWords>,
): Promise<ReadonlySet<Id<"document_thread">>> {
  // Here first, so that the room is only held where something is found.
  if (markAgain(doc, lost).length === 0) return new Set();
  let again: readonly Id<"document_thread">[] = [];
  await editRoom({ ...ctx, actor: systemActor }, documentKind, documentId, (room) => {
    again = markAgain(room, lost);
  });
  return new Set(again);
}
