import { Node } from "@tiptap/core";
import { pixels } from "../document-attributes.ts";
import { textOf } from "../document-node.ts";
import type { DocumentViews } from "../document-views.ts";
import { idOf, safeImageSrc } from "../safe-address.ts";

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
