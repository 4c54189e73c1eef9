import * as Y from "yjs";
import { type DocumentMark, type DocumentNode, documentField } from "./document-node.ts";
import { markNameOf } from "./unknown-parts.ts";

/** What stands in a room's document, whatever edition of the editor wrote it. */
export function documentJson(doc: Y.Doc): DocumentNode {
  return { type: "doc", content: childrenOf(doc.getXmlFragment(documentField)) };
}

function childrenOf(parent: Y.XmlFragment): DocumentNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return wordsOf(child);
    return child instanceof Y.XmlElement ? [nodeOf(child)] : [];
  });
}

function nodeOf(element: Y.XmlElement): DocumentNode {
  const attrs: Record<string, unknown> = element.getAttributes();
  const content = childrenOf(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

function wordsOf(words: Y.XmlText): DocumentNode[] {
  return (words.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]).flatMap(
    ({ insert, attributes = {} }) => {
      if (typeof insert !== "string") return [];
      const marks = Object.entries(attributes).map(([key, value]) => markOf(key, value));
      return [{ type: "text", text: insert, ...(marks.length > 0 && { marks }) }];
    },
  );
}

function markOf(key: string, value: unknown): DocumentMark {
  const attrs = typeof value === "object" && value !== null ? { ...value } : {};
  return { type: markNameOf(key), ...(Object.keys(attrs).length > 0 && { attrs }) };
}
