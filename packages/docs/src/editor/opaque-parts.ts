import { Extension, type Extensions, Mark, Node } from "@tiptap/core";
import type { DocumentViews } from "./document-views.ts";
import type { UnknownParts } from "./unknown-parts.ts";

/** Stand-ins that hold what this page cannot show, so that it stays as it was. */
export function opaqueParts(unknown: UnknownParts, views: DocumentViews): Extensions {
  const inlineNames = unknown.nodes.filter(({ inline }) => inline).map(({ name }) => name);
  return [
    ...unknown.nodes.map(({ name, inline, holds, attributes }) =>
      Node.create({
        name,
        group: inline ? "inline" : "block",
        inline,
        content: holds === "nothing" ? "" : holds === "words" ? "inline*" : anyBlock(unknown, inlineNames),
        atom: true,
        isolating: true,
        addAttributes: () => asAttributes(attributes),
        renderHTML: () => [inline ? "span" : "div", { "data-unknown": name }],
        addNodeView: () => views.unknown ?? null,
      }),
    ),
    ...unknown.marks.map(({ name, overlaps, attributes }) =>
      Mark.create({
        name,
        ...(overlaps && { excludes: "" }),
        inclusive: false,
        addAttributes: () => asAttributes(attributes),
        renderHTML: () => ["span", 0],
      }),
    ),
    Extension.create({
      name: "unknownAttributes",
      addGlobalAttributes: () =>
        unknown.attributes.map(({ type, names }) => ({ types: [type], attributes: asAttributes(names) })),
    }),
  ];
}

/** Kept as they are, and never written into a page. */
function asAttributes(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, { default: null, rendered: false, parseHTML: () => null }]));
}

const parts = [
  "listItem",
  "taskItem",
  "tableRow",
  "tableCell",
  "tableHeader",
  "detailsSummary",
  "detailsContent",
  "title",
];

function anyBlock({ nodes }: UnknownParts, inlineNames: readonly string[]): string {
  const others = nodes.map(({ name }) => name).filter((name) => !inlineNames.includes(name));
  return `(${["block", ...parts, ...others].join(" | ")})*`;
}
