import { mergeAttributes, Node } from "@tiptap/core";
import { calloutKinds, oneOf } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";

/** A few blocks set apart: something to know, an idea, a warning, something that is done. */
export function calloutNode(views: DocumentViews) {
  return Node.create({
    name: "callout",
    group: "block",
    content: "block+",
    defining: true,
    addAttributes: () => ({
      kind: {
        default: "info",
        parseHTML: (element) => oneOf(calloutKinds, element.getAttribute("data-callout")),
        renderHTML: ({ kind }) => ({ "data-callout": oneOf(calloutKinds, kind) }),
      },
    }),
    parseHTML: () => [{ tag: "div[data-callout]" }],
    renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes), 0],
    addNodeView: () => views.callout ?? null,
    addKeyboardShortcuts() {
      // At the start of a callout, it goes and its blocks stay.
      const leave = () => {
        const { empty, $from } = this.editor.state.selection;
        const isFirst = $from.depth > 1 && $from.node(-1).type.name === this.name && $from.index(-1) === 0;
        return empty && $from.parentOffset === 0 && isFirst && this.editor.commands.lift(this.name);
      };
      return Object.fromEntries([["Backspace", leave]]);
    },
  });
}
