import { Node } from "@tiptap/core";
import { mentioned } from "../document-attributes.ts";
import { documentMentionKinds, oneOf } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";
import { idOf } from "../safe-address.ts";

/** A person, a company or a document named in the text: one character to the caret, known by id. */
export function mentionNode(views: DocumentViews) {
  return Node.create({
    name: "mention",
    group: "inline",
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () => ({
      kind: {
        default: "person",
        parseHTML: (element) => oneOf(documentMentionKinds, element.getAttribute("data-mention")),
        renderHTML: ({ kind }) => ({ "data-mention": oneOf(documentMentionKinds, kind) }),
      },
      id: {
        default: null,
        parseHTML: (element) => idOf(element.getAttribute("data-id")),
        renderHTML: ({ id }) => ({ "data-id": idOf(id) }),
      },
      label: {
        default: "",
        parseHTML: (element) => (element.textContent ?? "").trim().replace(/^@/, "").slice(0, 200),
        rendered: false,
      },
    }),
    parseHTML: () => [
      { tag: "span[data-mention]", getAttrs: (element) => (idOf(element.getAttribute("data-id")) ? null : false) },
    ],
    renderHTML: ({ node, HTMLAttributes }) => ["span", { ...HTMLAttributes, class: "mention" }, mentioned(node.attrs)],
    renderText: ({ node }) => mentioned(node.attrs),
    addNodeView: () => views.mention ?? null,
  });
}
