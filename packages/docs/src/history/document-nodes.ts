import type { DocumentMark } from "../editor/document-node.ts";
import { markNameOf } from "../editor/unknown-parts.ts";
import type { MarkedNode } from "./marked-node.ts";
import type { Element, Run } from "./part.ts";

/** A part as the node that it is. */
export function elementNode({ name, attributes }: Element, content: readonly MarkedNode[]): MarkedNode {
  return {
    type: name,
    ...(Object.keys(attributes).length > 0 && { attrs: attributes }),
    ...(content.length > 0 && { content }),
  };
}

export function textNode(text: string, { attributes }: Pick<Run, "attributes">): MarkedNode {
  const marks = Object.entries(attributes).map(([key, value]): DocumentMark => {
    const attrs = typeof value === "object" && value !== null ? { ...value } : {};
    return { type: markNameOf(key), ...(Object.keys(attrs).length > 0 && { attrs }) };
  });
  return { type: "text", text, ...(marks.length > 0 && { marks }) };
}
