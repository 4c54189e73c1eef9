import { pixels } from "../../editor/document-attributes.ts";
import { documentSchema } from "../../editor/document-extensions.ts";
import { type DocumentNode, documentMentionKinds, oneOf } from "../../editor/document-node.ts";
import { idOf, safeImageSrc } from "../../editor/safe-address.ts";
import { type HtmlElement, textIn } from "./html-tree.ts";
import { jsonOf } from "./read-marks.ts";
import type { Places, Reading } from "./reading.ts";

/** Somebody or something that the text names; null for anything else. */
export function mentionOf({ tag, attributes, children }: HtmlElement, { mentionAt }: Places): DocumentNode | null {
  const label = () => textIn(children).trim().replace(/^@/, "").slice(0, 200);
  if (tag === "span" && attributes["data-mention"] !== undefined) {
    const id = idOf(attributes["data-id"]);
    const kind = oneOf(documentMentionKinds, attributes["data-mention"]);
    return id === null
      ? null
      : { type: "mention", attrs: { kind, id, label: attributes["data-label"]?.slice(0, 200) ?? label() } };
  }
  const named = tag === "a" ? mentionAt?.(attributes.href ?? "") : null;
  if (!named || label() === "") return null;
  return { type: "mention", attrs: { ...named, label: label() } };
}

/** A picture of the hall, of the file's own, or of the web; of one that lies nowhere its words stay. */
export function pictureOf({ attributes }: HtmlElement, { pictureAt }: Places): DocumentNode[] {
  const alt = (attributes.alt ?? "").slice(0, 500);
  const size = { width: pixels(attributes.width), height: pixels(attributes.height) };
  const fileId = idOf(attributes["data-file"]);
  const src = (attributes.src ?? "").trim();
  if (fileId && !pictureAt) return [{ type: "image", attrs: { fileId, name: nameOf(attributes), alt, ...size } }];
  const found = pictureAt?.(src);
  if (found) {
    const { name = null, ...file } = found;
    return [{ type: "image", attrs: { alt, ...size, name, ...file } }];
  }
  const elsewhere = safeImageSrc(src);
  if (elsewhere) return [{ type: "image", attrs: { src: elsewhere, name: nameOf(attributes), alt, ...size } }];
  const text = alt.replace(/\s+/g, " ").trim();
  return text === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text }] }];
}

const nameOf = (attributes: HtmlElement["attributes"]) => attributes["data-name"]?.slice(0, 255) ?? null;

export function fileOf({ attributes }: HtmlElement): DocumentNode | null {
  const fileId = idOf(attributes["data-file"]);
  if (!fileId) return null;
  const size = Number(attributes["data-size"]);
  return {
    type: "file",
    attrs: {
      fileId,
      name: (attributes["data-name"] ?? "").slice(0, 255),
      size: attributes["data-size"] && Number.isSafeInteger(size) ? size : null,
    },
  };
}

export function liveBlockOf({ attributes }: HtmlElement): DocumentNode | null {
  const kind = attributes["data-live"];
  if (kind === undefined) return null;
  return { type: "liveBlock", attrs: { kind: kind.slice(0, 60), params: jsonOf(attributes["data-params"]) } };
}

/** What a later edition of the suite wrote, as it was kept. */
export function unknownOf({ tag, attributes, children }: HtmlElement, reading: Reading): DocumentNode | null {
  const type = attributes["data-node"]?.slice(0, 60);
  // What this edition knows is written otherwise, and read where it may stand.
  if (!type || documentSchema().nodes[type]) return null;
  const attrs = jsonOf(attributes["data-attrs"]);
  const content = tag === "span" ? reading.line(children) : reading.blocks(children);
  return {
    type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}
