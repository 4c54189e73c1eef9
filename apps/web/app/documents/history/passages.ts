import type { DocumentNode, MarkedNode } from "@guildhall/docs/schemas";

export interface Passages {
  /** Blocks in which something changed, each with its number from the top. */
  readonly places: ReadonlyMap<DocumentNode, number>;
  /** Words before which something else happened, or somebody else wrote. */
  readonly begin: ReadonlySet<DocumentNode>;
  /** Those of them before which somebody else did it. */
  readonly signed: ReadonlySet<DocumentNode>;
}

export function passagesOf(root: MarkedNode): Passages {
  const places = new Map<DocumentNode, number>();
  for (const block of root.content ?? []) if (hasChange(block)) places.set(block, places.size + 1);
  const begin = new Set<DocumentNode>();
  const signed = new Set<DocumentNode>();
  let author: number | undefined;
  const look = ({ content = [] }: MarkedNode) => {
    let before: MarkedNode["change"];
    for (const child of content) {
      const { change, by, text } = child;
      const isAnother = change !== undefined && (before === undefined || before.by !== change.by);
      if (text !== undefined && change && (isAnother || before?.is !== change.is)) begin.add(child);
      if (text !== undefined && isAnother) signed.add(child);
      if (text !== undefined && !change && by !== undefined && by !== author) {
        begin.add(child);
        signed.add(child);
        author = by;
      }
      before = change;
      look(child);
    }
  };
  look(root);
  return { places, begin, signed };
}

function hasChange({ change, content = [] }: MarkedNode): boolean {
  return change !== undefined || content.some(hasChange);
}
