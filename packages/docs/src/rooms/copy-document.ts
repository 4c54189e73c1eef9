import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { findRoom, readRoom } from "@guildhall/sync";
import * as Y from "yjs";
import { documentField } from "../editor/document-node.ts";
import { documentKind } from "./document-kind.ts";

/** As the seeds of new documents have it. */
const writer = 1;

/**
 * What a copy of a document begins with: all that stands in the other now, what no edition of ours knows included, under
 * its own title. Threads stay with the words that they are about, and not with a copy of them. Null where there is no room.
 */
export async function copyDocument(ctx: Ctx, from: Id<"document">, title: string): Promise<Uint8Array | null> {
  const room = await findRoom(ctx, documentKind, from);
  if (!room) return null;
  const { doc } = await readRoom(ctx, room.id);
  const copy = new Y.Doc();
  copy.clientID = writer;
  const root = copy.getXmlFragment(documentField);
  copy.transact(() => {
    root.insert(0, doc.getXmlFragment(documentField).toArray().flatMap(copied));
    entitle(root, title);
  });
  const update = Y.encodeStateAsUpdate(copy);
  copy.destroy();
  doc.destroy();
  return update;
}

type Part = Y.XmlElement | Y.XmlText;

function copied(part: unknown): Part[] {
  if (part instanceof Y.XmlText) {
    const text = new Y.XmlText();
    text.applyDelta(part.toDelta().map(withoutThreads), { sanitize: false });
    return [text];
  }
  if (!(part instanceof Y.XmlElement)) return [];
  const element = new Y.XmlElement(part.nodeName);
  for (const [name, value] of Object.entries(part.getAttributes()))
    if (value !== undefined) element.setAttribute(name, value);
  element.insert(0, part.toArray().flatMap(copied));
  return [element];
}

interface Stretch {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function withoutThreads({ attributes, ...stretch }: Stretch): Stretch {
  if (!attributes) return stretch;
  // Where threads overlap, each has a name of its own.
  const kept = Object.entries(attributes).filter(([name]) => name !== "comment" && !name.startsWith("comment--"));
  return kept.length > 0 ? { ...stretch, attributes: Object.fromEntries(kept) } : stretch;
}

function entitle(root: Y.XmlFragment, title: string): void {
  const first = root.length > 0 ? root.get(0) : null;
  if (!(first instanceof Y.XmlElement) || first.nodeName !== "title") return;
  first.delete(0, first.length);
  first.insert(0, [new Y.XmlText(title)]);
}
