import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type Change as LoggedChange, readChanges } from "@guildhall/sync";
import type * as Y from "yjs";
import { Hands } from "./hands.ts";
import { lettersIn, type Moved, movedWords } from "./moved-words.ts";
import { findStranded, type Stranded } from "./put-back.ts";
import { type ReadChange, readChange } from "./read-change.ts";
import { Sessions } from "./sessions.ts";
import { Writers } from "./writers.ts";

interface Span {
  readonly documentId: Id<"document">;
  readonly roomId: Id<"sync_room">;
  /** As it stands after `to`. */
  readonly doc: Y.Doc;
  readonly from: number;
  readonly to: number;
}

/**
 * Writes down what the log of a room tells from one change to another: who wrote when, and whose words are whose. The
 * document's row is held by the caller. Returns what somebody wrote into a place that was no longer there.
 */
export async function recordHistory(ctx: Ctx, { documentId, roomId, doc, from, to }: Span): Promise<Stranded[]> {
  const stranded: Stranded[] = [];
  for (let next = from; next <= to; ) {
    const changes = await readChanges(ctx, roomId, { from: next, to });
    const last = changes.at(-1);
    if (!last) break;
    for (const some of byGeneration(changes)) stranded.push(...(await record(ctx, documentId, doc, some)));
    next = last.seq + 1;
  }
  await ctx.db.updateTable("document").set({ history_seq: to }).where("id", "=", documentId).execute();
  return stranded;
}

function byGeneration(changes: readonly LoggedChange[]): LoggedChange[][] {
  const generations = [...new Set(changes.map(({ generation }) => generation))];
  return generations.map((each) => changes.filter(({ generation }) => generation === each));
}

async function record(
  ctx: Ctx,
  documentId: Id<"document">,
  doc: Y.Doc,
  logged: readonly LoggedChange[],
): Promise<Stranded[]> {
  const changes = logged.map(readChange);
  const [first] = changes;
  if (!first) return [];
  const writers = new Writers(ctx, documentId, first.seq === 1 ? await whoBegan(ctx, documentId) : null);
  await writers.meet(changes);
  const hands = new Hands(first.generation);
  await hands.read(
    ctx,
    documentId,
    changes.flatMap(({ put, took }) => [...put, ...took].map(({ client }) => client)),
  );
  const sessions = new Sessions(ctx, documentId);
  await sessions.read(first);
  for (const change of changes) {
    const writer = writers.numberOf(change);
    const moved = movedWords(doc, change);
    sessions.note(change, writer, countLetters(doc, change, moved));
    for (const each of change.put) noteHand(hands, each, writer, moved.get(each));
  }
  await hands.save(ctx, documentId);
  await sessions.save();
  return findStranded(ctx, documentId, doc, changes);
}

/** Of a document that said nothing but its title; what a template says is nobody's. */
async function whoBegan(ctx: Ctx, documentId: Id<"document">): Promise<Id<"person"> | null> {
  const document = await ctx.db
    .selectFrom("document")
    .select("created_by as createdBy")
    .where("id", "=", documentId)
    .where("template", "is", null)
    .executeTakeFirst();
  return document?.createdBy ?? null;
}

/** How many were written and taken away; those that were only moved are neither. */
function countLetters(doc: Y.Doc, { put, took }: ReadChange, moved: Moved): { added: number; removed: number } {
  const carried = [...moved.values()].reduce((sum, origins) => sum + origins.length, 0);
  const added = put.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  let removed = 0;
  for (const { client, from, to } of took)
    for (const { id, content } of lettersIn(doc, [{ client, from, to }]))
      removed += Math.min(to, id.clock + content.str.length) - Math.max(from, id.clock);
  return { added: Math.max(0, added - carried), removed: Math.max(0, removed - carried) };
}

function noteHand(
  hands: Hands,
  { client, from, to }: ReadChange["put"][number],
  writer: number,
  origins: readonly { readonly client: number; readonly clock: number }[] = [],
): void {
  if (origins.length === 0) hands.put({ client, from, to, writer, author: writer });
  origins.forEach((origin, at) => {
    const author = hands.at(origin.client, origin.clock)?.author ?? writer;
    hands.put({ client, from: from + at, to: from + at + 1, writer, author });
  });
}
