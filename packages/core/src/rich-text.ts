import { isUuid } from "./id.ts";

/** Text with a little shape, as a tree: what is stored, sent and shown. Never HTML. */
export type RichText = { readonly type: "doc"; readonly content: readonly RichBlock[] };
export type RichBlock =
  | { readonly type: "paragraph"; readonly content?: readonly RichInline[] }
  | { readonly type: "bulletList" | "orderedList"; readonly content: readonly RichItem[] };
type RichItem = { readonly type: "listItem"; readonly content: readonly RichBlock[] };
export type RichInline =
  | { readonly type: "text"; readonly text: string; readonly marks?: readonly RichMark[] }
  | { readonly type: "hardBreak" }
  | RichMention;
/** Somebody or something of the hall, by id; `label` is what it is called to whoever reads, and is not stored. */
type RichMention = { readonly type: "mention"; readonly attrs: MentionAttrs };
export type MentionAttrs = { readonly kind: MentionKind; readonly id: string; readonly label?: string };
export const mentionKinds = ["person", "company"] as const;
export type MentionKind = (typeof mentionKinds)[number];
export type RichMark =
  | { readonly type: "bold" | "italic" }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };

/** Reads what was stored or posted; undefined for anything that is not such a tree, or leads to a place no link may. */
export function readRichText(value: unknown): RichText | undefined {
  const tree = typeof value === "string" ? parse(value) : value;
  if (!isNode(tree) || tree.type !== "doc") return undefined;
  const content = all(tree.content ?? [], readBlock);
  return content && { type: "doc", content };
}

/** Paragraphs of plain text: an empty line parts them. */
export function richTextFromPlain(text: string): RichText {
  const paragraphs = text
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\n{2,}/);
  return {
    type: "doc",
    content: paragraphs.map((paragraph) => ({ type: "paragraph", content: lines(paragraph) })),
  };
}

/** The words alone, an empty line between paragraphs. */
export function plainFromRichText({ content }: RichText): string {
  return content.map(plainBlock).join("\n\n");
}

/** Whether a link may lead there: the web, a mailbox, a telephone, this house. */
export function isSafeHref(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href.trim());
}

type Loose = { readonly type: string; readonly content?: readonly unknown[] } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Loose {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    (!("content" in value) || value.content === undefined || Array.isArray(value.content))
  );
}

function readBlock(value: unknown): RichBlock | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "paragraph") {
    const content = all(value.content ?? [], readInline);
    return content && { type: "paragraph", ...(content.length > 0 && { content }) };
  }
  if (value.type !== "bulletList" && value.type !== "orderedList") return undefined;
  const content = all(value.content ?? [], readItem);
  return content && { type: value.type, content };
}

function readItem(value: unknown): RichItem | undefined {
  if (!isNode(value) || value.type !== "listItem") return undefined;
  const content = all(value.content ?? [], readBlock);
  return content && { type: "listItem", content };
}

function readInline(value: unknown): RichInline | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "hardBreak") return { type: "hardBreak" };
  if (value.type === "mention") return readMention(value.attrs);
  if (value.type !== "text" || typeof value.text !== "string" || value.text === "") return undefined;
  const marks = all(Array.isArray(value.marks) ? value.marks : [], readMark);
  return marks && { type: "text", text: value.text, ...(marks.length > 0 && { marks }) };
}

function readMention(attrs: unknown): RichMention | undefined {
  if (typeof attrs !== "object" || attrs === null || !("id" in attrs) || !("kind" in attrs)) return undefined;
  const kind = mentionKinds.find((known) => known === attrs.kind);
  if (!kind || typeof attrs.id !== "string" || !isUuid(attrs.id)) return undefined;
  const label = "label" in attrs && typeof attrs.label === "string" ? { label: attrs.label } : {};
  return { type: "mention", attrs: { kind, id: attrs.id, ...label } };
}

function readMark(value: unknown): RichMark | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "bold" || value.type === "italic") return { type: value.type };
  const attrs = value.attrs;
  if (value.type !== "link" || typeof attrs !== "object" || attrs === null || !("href" in attrs)) return undefined;
  return typeof attrs.href === "string" && isSafeHref(attrs.href)
    ? { type: "link", attrs: { href: attrs.href } }
    : undefined;
}

/** All of them, or none where one is not what it should be. */
function all<Part>(
  values: readonly unknown[],
  read: (value: unknown) => Part | undefined,
): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const value of values) {
    const part = read(value);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

function lines(paragraph: string): readonly RichInline[] {
  return paragraph.split("\n").flatMap((line, at): readonly RichInline[] => {
    const text: readonly RichInline[] = line === "" ? [] : [{ type: "text", text: line }];
    return at === 0 ? text : [{ type: "hardBreak" }, ...text];
  });
}

function plainBlock(block: RichBlock): string {
  if (block.type === "paragraph") return (block.content ?? []).map(plainInline).join("");
  return block.content
    .map((item, at) => `${block.type === "bulletList" ? "•" : `${at + 1}.`} ${item.content.map(plainBlock).join("\n")}`)
    .join("\n");
}

function plainInline(it: RichInline): string {
  if (it.type === "mention") return `@${it.attrs.label ?? ""}`;
  return it.type === "text" ? it.text : "\n";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
