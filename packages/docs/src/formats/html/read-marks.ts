import { documentSchema } from "../../editor/document-extensions.ts";
import type { DocumentMark } from "../../editor/document-node.ts";
import { idOf, safeHref } from "../../editor/safe-address.ts";
import type { HtmlElement } from "./html-tree.ts";
import type { Places } from "./reading.ts";

/** How an element dresses the words in it; undefined for one that does not. */
export function markOf(element: HtmlElement, places: Places): readonly DocumentMark[] | undefined {
  const { tag, attributes } = element;
  const styled = styledMarks(tag, attributes.style ?? "");
  const own = ownMark(element, places);
  const marks = [...(own ? [own] : []), ...styled];
  return marks.length > 0 ? marks : undefined;
}

/** Marks inside others: each once, the inner one where there are two; code stands for itself. */
export function marksOf(
  around: readonly DocumentMark[],
  more: readonly DocumentMark[] | undefined,
): readonly DocumentMark[] {
  if (!more) return around;
  const all = [...around.filter(({ type }) => type === "comment" || !more.some((mark) => mark.type === type)), ...more];
  const isKnown = (mark: DocumentMark) => mark.type === "comment" || !dressing.has(mark.type);
  return all.some(({ type }) => type === "code") ? all.filter((mark) => mark.type === "code" || isKnown(mark)) : all;
}

const dressing = new Set(["bold", "italic", "underline", "strike", "highlight", "link"]);

const byTag: Readonly<Record<string, string>> = {
  strong: "bold",
  b: "bold",
  em: "italic",
  i: "italic",
  cite: "italic",
  dfn: "italic",
  u: "underline",
  ins: "underline",
  s: "strike",
  del: "strike",
  strike: "strike",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
};

function ownMark({ tag, attributes }: HtmlElement, { linkAt }: Places): DocumentMark | null {
  if (tag === "a") {
    const given = attributes.href ?? "";
    const href = safeHref(linkAt?.(given) ?? given);
    return href === "" ? null : { type: "link", attrs: { href } };
  }
  if (tag === "mark") {
    const threadId = idOf(attributes["data-thread"]);
    return threadId ? { type: "comment", attrs: { threadId } } : { type: "highlight" };
  }
  if (tag === "span" && attributes["data-mark"]) {
    const later = attributes["data-mark"].slice(0, 60);
    return documentSchema().marks[later] ? null : { type: later, attrs: jsonOf(attributes["data-attrs"]) };
  }
  // Whole pages are wrapped into a <b> that is not bold by what they are copied from.
  if ((tag === "b" || tag === "strong") && /font-weight:\s*(?:normal|[1-4]00)/i.test(attributes.style ?? ""))
    return null;
  const type = byTag[tag];
  return type ? { type } : null;
}

function styledMarks(tag: string, style: string): DocumentMark[] {
  if (style === "" || tag === "a") return [];
  const says = (pattern: RegExp, type: string): DocumentMark[] =>
    pattern.test(style) && byTag[tag] !== type ? [{ type }] : [];
  return [
    ...says(/font-weight:\s*(?:bold|[6-9]00)/i, "bold"),
    ...says(/font-style:\s*italic/i, "italic"),
    ...says(/text-decoration(?:-line)?:[^;]*underline/i, "underline"),
    ...says(/text-decoration(?:-line)?:[^;]*line-through/i, "strike"),
  ];
}

/** Attributes as they were written by `write-html`; none where it is no object. */
export function jsonOf(json: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse((json ?? "").slice(0, 20_000));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
