import type { DocumentNode, MarkedNode } from "@guildhall/docs/schemas";

export interface Passages {
  /** Blocks in which something changed, each with its number from the top. */
  readonly places: ReadonlyMap<DocumentNode, number>;
  /** Words before which somebody else wrote, or nobody. */
  readonly begin: ReadonlySet<DocumentNode>;
}

export function passagesOf(root: MarkedNode): Passages {
  const places = new Map<DocumentNode, number>();
  for (const block of root.content ?? []) if (hasChange(block)) places.set(block, places.size + 1);
  const begin = new Set<DocumentNode>();
  let author: number | undefined;
  const look = ({ content = [] }: MarkedNode) => {
    let change = "";
    for (const child of content) {
      const now = child.change ? `${child.change.is} ${child.change.by}` : "";
      if (child.text !== undefined && now !== "" && now !== change) begin.add(child);
      if (child.text !== undefined && now === "" && child.by !== undefined && child.by !== author) begin.add(child);
      if (child.by !== undefined && child.text !== undefined) author = child.by;
      change = now;
      look(child);
    }
  };
  look(root);
  return { places, begin };
}

function hasChange({ change, content = [] }: MarkedNode): boolean {
  return change !== undefined || content.some(hasChange);
}
