import type { Attrs, Schema } from "@tiptap/pm/model";
import { asSpan } from "./document-attributes.ts";
import type { DocumentNode } from "./document-node.ts";

/**
 * What comes from a room was written by somebody, with this editor or without: numbers that a page would count up to
 * are made small before a node is made of them. To be called once for each schema that is bound to a room.
 */
export function guardAttributes(schema: Schema): void {
  const make = schema.node.bind(schema);
  schema.node = (type, attrs, content, marks) => {
    const name = typeof type === "string" ? type : type.name;
    return make(type, attrs && guarded(name, attrs), content, marks);
  };
}

/** The same for nodes that came from elsewhere; itself where there was nothing to make small. */
export function guardNode(node: DocumentNode): DocumentNode {
  const attrs = node.attrs && guarded(node.type, node.attrs);
  const content = node.content?.map(guardNode);
  const isSame =
    content?.every((child, nth) => child === node.content?.[nth]) !== false &&
    Object.entries(attrs ?? {}).every(([name, value]) => value === node.attrs?.[name]);
  return isSame ? node : { ...node, ...(attrs && { attrs }), ...(content && { content }) };
}

function guarded(name: string, attrs: Attrs): Attrs {
  if (name === "tableCell" || name === "tableHeader")
    return { ...attrs, colspan: asSpan(attrs.colspan ?? 1), rowspan: asSpan(attrs.rowspan ?? 1), colwidth: null };
  if (name === "heading") return { ...attrs, level: [1, 2, 3].includes(attrs.level) ? attrs.level : 3 };
  if (name === "orderedList") return { ...attrs, start: Number.isSafeInteger(attrs.start) ? attrs.start : 1 };
  return attrs;
}
