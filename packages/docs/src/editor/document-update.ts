import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "./document-extensions.ts";
import { type DocumentNode, documentField } from "./document-node.ts";
import { giveText } from "./empty-lines.ts";

const writer = 1;

/**
 * The Yjs update that a document begins with. The same document gives the same bytes, so that two who begin it at once
 * have begun one document. Throws RangeError for what is no document.
 */
export function documentUpdate(document: DocumentNode): Uint8Array {
  const node = documentSchema().nodeFromJSON(document);
  if (node.type !== documentSchema().topNodeType) throw new RangeError(`A ${node.type.name} is no document.`);
  node.check();
  const doc = new Y.Doc();
  doc.clientID = writer;
  const root = doc.getXmlFragment(documentField);
  prosemirrorToYXmlFragment(node, root);
  giveText(root, documentSchema());
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** A document of a title and nothing else. */
export function emptyDocument(title: string): DocumentNode {
  return {
    type: "doc",
    content: [
      { type: "title", ...(title !== "" && { content: [{ type: "text", text: title }] }) },
      { type: "paragraph" },
    ],
  };
}
