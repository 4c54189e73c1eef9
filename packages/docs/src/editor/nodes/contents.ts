import { Node } from "@tiptap/core";
import type { DocumentViews } from "../document-views.ts";

/** The table of contents: the headings below, as they are now. */
export function contentsNode(views: DocumentViews) {
  return Node.create({
    name: "contents",
    group: "block",
    atom: true,
    draggable: true,
    parseHTML: () => [{ tag: "nav[data-contents]" }],
    renderHTML: () => ["nav", { "data-contents": "" }],
    addNodeView: () => views.contents ?? null,
  });
}
