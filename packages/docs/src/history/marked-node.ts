import type { DocumentNode } from "../editor/document-node.ts";

/** What became of a part of a document between two moments, and through whom: a place in the list of writers. */
export interface Change {
  readonly is: "added" | "removed" | "changed";
  readonly by: number | null;
}

/** A document with what became of its parts, or with who wrote its words. */
export interface MarkedNode extends DocumentNode {
  readonly change?: Change | undefined;
  /** Who wrote these words: a place in the list of writers. */
  readonly by?: number | undefined;
  readonly content?: readonly MarkedNode[] | undefined;
}
