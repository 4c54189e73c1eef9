import { Node } from "@tiptap/core";
import { textOf } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";

/** Something of the suite shown as it is now: what kinds there are, a page's registry says. */
export function liveBlockNode(views: DocumentViews) {
  return Node.create({
    name: "liveBlock",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      kind: {
        default: "",
        parseHTML: (element) => (element.getAttribute("data-live") ?? "").slice(0, 60),
        renderHTML: ({ kind }) => ({ "data-live": textOf(kind) }),
      },
      params: {
        default: {},
        parseHTML: (element) => asParams(element.getAttribute("data-params")),
        renderHTML: ({ params }) => ({ "data-params": JSON.stringify(params ?? {}) }),
      },
    }),
    parseHTML: () => [{ tag: "div[data-live]" }],
    renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes],
    addNodeView: () => views.liveBlock ?? null,
  });
}

/** Values that are text, numbers or yes and no, under short names; whatever reads them checks them again. */
function asParams(json: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse((json ?? "").slice(0, 4_000));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
