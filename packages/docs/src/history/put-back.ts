import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import * as Y from "yjs";
import { documentField } from "../editor/document-node.ts";
import { IdRanges } from "./id-ranges.ts";
import type { Put, ReadChange } from "./read-change.ts";

/** Words that somebody wrote into a place which was restored away before they arrived. */
export interface Stranded {
  readonly userId: Id<"user_account"> | null;
  readonly text: string;
  /** The outermost part that they were written in; null where the room has forgotten it. */
  readonly within: Y.ID | null;
}

/**
 * Whoever types while a moment is restored, or comes back with words written offline, may write where nothing is any
 * more: Yjs takes such words and shows them to nobody. A restoration disturbs nobody, so they are found here.
 */
export async function findStranded(
  ctx: Ctx,
  documentId: Id<"document">,
  doc: Y.Doc,
  changes: readonly ReadChange[],
): Promise<Stranded[]> {
  const [first] = changes;
  const away = first && (await restoredAway(ctx, documentId, first.generation));
  return away ? strandedIn(doc, changes, away) : [];
}

/** The same, where it is known what was restored away. */
export function strandedIn(
  doc: Y.Doc,
  changes: readonly Pick<ReadChange, "userId" | "put" | "took">[],
  away: IdRanges,
): Stranded[] {
  const taken = new IdRanges();
  for (const { took } of changes) for (const { client, from, to } of took) taken.add(client, from, to);
  const found: Stranded[] = [];
  for (const { userId, put } of changes)
    for (const each of put) {
      const place = each.text === null ? null : strandedAt(doc, each, away);
      if (!place) continue;
      const kept = lettersLeft(each, taken);
      if (kept !== "") gather(found, { userId, text: kept, within: place.within });
    }
  return found;
}

/** What restorations took away; null where there was none. */
async function restoredAway(ctx: Ctx, documentId: Id<"document">, generation: number): Promise<IdRanges | null> {
  const rows = await ctx.db
    .selectFrom("document_session")
    .select("erased")
    .where("document_id", "=", documentId)
    .where("generation", "=", generation)
    .where("restored_seq", "is not", null)
    .execute();
  if (rows.length === 0) return null;
  const all = new IdRanges();
  for (const { erased } of rows) all.addAll(IdRanges.decode(erased));
  return all;
}

function strandedAt(doc: Y.Doc, { client, from, near }: Put, away: IdRanges): Pick<Stranded, "within"> | null {
  const structs = doc.store.clients.get(client);
  const item = structs?.[Y.findIndexSS(structs, from)];
  if (!(item instanceof Y.Item)) return near.some((id) => away.has(id.client, id.clock)) ? { within: null } : null;
  if (!item.deleted) return null;
  let isAway = false;
  let outermost: Y.Item | null = null;
  for (let above = parentOf(item); above; above = parentOf(above)) {
    isAway ||= away.has(above.id.client, above.id.clock);
    outermost = above;
  }
  return isAway ? { within: outermost?.id ?? null } : null;
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

/** Without those that their writer took away again. */
function lettersLeft({ text, client, from }: Put, taken: IdRanges): string {
  if (text === null) return "";
  let left = "";
  for (let at = 0; at < text.length; at++) if (!taken.has(client, from + at)) left += text[at];
  return left;
}

/** What one person wrote in one place is one line. */
function gather(found: Stranded[], next: Stranded): void {
  const same = found.findIndex(({ userId, within }) => userId === next.userId && Y.compareIDs(within, next.within));
  const known = found[same];
  if (known) found[same] = { ...known, text: known.text + next.text };
  else found.push(next);
}

/** Gives such words a line of their own, where the place was that they were written in. To be called in a transaction. */
export function putBack(doc: Y.Doc, stranded: readonly Stranded[]): void {
  const root = doc.getXmlFragment(documentField);
  for (const { text, within } of stranded) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    root.insert(placeOf(root, doc, within), [paragraph]);
  }
}

/** After the nearest part before it that is still there; last of all for what the room has forgotten. */
function placeOf(root: Y.XmlFragment, doc: Y.Doc, within: Y.ID | null): number {
  if (!within || within.clock >= Y.getState(doc.store, within.client)) return root.length;
  const found: Y.Item | Y.GC = Y.getItem(doc.store, within);
  if (!(found instanceof Y.Item)) return root.length;
  let item: Y.Item | null = found;
  while (item?.deleted) item = item.left;
  const children = root.toArray();
  return Math.max(1, children.findIndex((child) => child._item === item) + 1);
}
