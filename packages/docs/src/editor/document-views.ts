import type { NodeViewRenderer } from "@tiptap/core";

/** How a page shows the nodes that are more than words; without one, a node is shown as it is copied. */
export interface DocumentViews {
  readonly image?: NodeViewRenderer;
  readonly file?: NodeViewRenderer;
  readonly mention?: NodeViewRenderer;
  readonly liveBlock?: NodeViewRenderer;
  readonly contents?: NodeViewRenderer;
  readonly callout?: NodeViewRenderer;
  readonly codeBlock?: NodeViewRenderer;
  readonly unknown?: NodeViewRenderer;
}
