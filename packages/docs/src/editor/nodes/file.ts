import { Node } from "@tiptap/core";
import { textOf } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";
import { idOf } from "../safe-address.ts";

/** A file of the hall, by id and name. */
export function fileNode(views: DocumentViews) {
  return Node.create({
    name: "file",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      fileId: {
        default: null,
        parseHTML: (element) => idOf(element.getAttribute("data-file")),
        renderHTML: ({ fileId }) => ({ "data-file": idOf(fileId) }),
      },
      name: {
        default: "",
        parseHTML: (element) => (element.textContent ?? "").trim().slice(0, 255),
        rendered: false,
      },
      size: { default: null, parseHTML: () => null, rendered: false },
    }),
    parseHTML: () => [
      { tag: "div[data-file]", getAttrs: (element) => (idOf(element.getAttribute("data-file")) ? null : false) },
    ],
    renderHTML: ({ node, HTMLAttributes }) => ["div", HTMLAttributes, textOf(node.attrs.name)],
    renderText: ({ node }) => textOf(node.attrs.name),
    addNodeView: () => views.file ?? null,
  });
}
