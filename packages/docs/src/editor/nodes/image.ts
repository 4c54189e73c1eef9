import { Node } from "@tiptap/core";
import { textOf } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";
import { idOf, safeImageSrc } from "../safe-address.ts";

const largest = 20_000; // pixels

/** A picture: a file of the hall, or one on the web that `isAllowed` lets in. */
export function imageNode(views: DocumentViews, isAllowed: (src: string) => boolean) {
  const allowed = (value: unknown) => {
    const src = safeImageSrc(value);
    return src !== "" && isAllowed(src) ? src : "";
  };
  return Node.create({
    name: "image",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      fileId: {
        default: null,
        parseHTML: (element) => idOf(element.getAttribute("data-file")),
        renderHTML: ({ fileId }) => (idOf(fileId) ? { "data-file": idOf(fileId) } : {}),
      },
      src: {
        default: null,
        parseHTML: (element) => allowed(element.getAttribute("src")) || null,
        renderHTML: ({ src, fileId }) => (!idOf(fileId) && allowed(src) ? { src: allowed(src) } : {}),
      },
      name: { default: null, parseHTML: () => null, rendered: false },
      alt: {
        default: "",
        parseHTML: (element) => (element.getAttribute("alt") ?? "").slice(0, 500),
        renderHTML: ({ alt }) => ({ alt: textOf(alt) }),
      },
      width: size("width"),
      height: size("height"),
    }),
    parseHTML: () => [
      {
        tag: "img",
        getAttrs: (element) =>
          idOf(element.getAttribute("data-file")) || allowed(element.getAttribute("src")) ? null : false,
      },
    ],
    renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
    renderText: ({ node }) => textOf(node.attrs.alt),
    addNodeView: () => views.image ?? null,
  });
}

/** Pixels between 1 and `largest`; null for anything else. */
export function pixels(value: unknown): number | null {
  const count = typeof value === "string" ? Number.parseInt(value, 10) : value;
  return typeof count === "number" && Number.isFinite(count) && count >= 1
    ? Math.min(largest, Math.round(count))
    : null;
}

function size(name: "width" | "height") {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => pixels(element.getAttribute(name)),
    renderHTML: (attributes: Record<string, unknown>) => {
      const count = pixels(attributes[name]);
      return count === null ? {} : { [name]: count };
    },
  };
}
