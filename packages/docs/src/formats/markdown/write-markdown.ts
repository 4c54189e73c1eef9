import { codeLanguage } from "../../editor/document-attributes.ts";
import { calloutKinds, type DocumentNode, oneOf, textOf } from "../../editor/document-node.ts";
import { idOf, safeImageSrc } from "../../editor/safe-address.ts";
import { levelOf } from "../headings.ts";
import { writeHtmlPart } from "../html/write-html.ts";
import type { Writing } from "../writing.ts";
import { addressOf, escapeMarkdown, inlineMarkdown } from "./inline-markdown.ts";
import { tableMarkdown } from "./table-markdown.ts";

/**
 * A document as Markdown (GitHub's, with its alerts for callouts). What Markdown has no sign for stands in it as HTML,
 * which it allows; threads of comments and lines that are empty are left out.
 */
export function writeMarkdown(document: DocumentNode, writing: Writing): string {
  const { content = [] } = document;
  const title = content.find(({ type }) => type === "title");
  const words = inlineMarkdown(title?.content ?? [], writing).trim() || escapeMarkdown(writing.words.untitled);
  return `${[
    `# ${words}`,
    blocks(
      content.filter((node) => node !== title),
      writing,
    ),
  ]
    .filter((each) => each !== "")
    .join("\n\n")}\n`;
}

/** An item or a quote without anything in it would be none. */
const nothing = "&#8203;";
const listTypes = new Set(["bulletList", "orderedList", "taskList"]);

function blocks(nodes: readonly DocumentNode[], writing: Writing): string {
  const parts: string[] = [];
  let before = "";
  for (const node of nodes) {
    const text = block(node, writing);
    if (text === "") continue;
    // Two lists, or two quotes, under each other would be one.
    const isLike = (listTypes.has(node.type) && listTypes.has(before)) || (isQuote(node.type) && isQuote(before));
    parts.push(...(isLike ? ["<!-- -->"] : []), text);
    before = node.type;
  }
  return parts.join("\n\n");
}

const isQuote = (type: string) => type === "blockquote" || type === "callout";

function block(node: DocumentNode, writing: Writing): string {
  const { attrs = {}, content = [] } = node;
  const line = () => inlineMarkdown(content, writing);
  switch (node.type) {
    case "paragraph":
      return line();
    case "heading":
      return heading(levelOf(attrs.level) + 1, line());
    case "bulletList":
      return items(content, () => "- ", writing);
    case "orderedList":
      return numbered(attrs.start, content, writing);
    case "taskList":
      return items(content, ({ attrs: { checked } = {} }) => (checked === true ? "- [x] " : "- [ ] "), writing);
    case "blockquote":
      return quoted(blocks(content, writing) || nothing);
    case "callout":
      return callout(node, writing);
    case "codeBlock":
      return code(node);
    case "horizontalRule":
      return "---";
    case "table":
      return tableMarkdown(node, writing);
    default:
      return lessCommon(node, writing);
  }
}

function callout({ attrs = {}, content = [] }: DocumentNode, writing: Writing): string {
  const inner = blocks(content, writing);
  const isLine = content.find((node) => block(node, writing) !== "")?.type === "paragraph";
  return quoted(`[!${alerts[oneOf(calloutKinds, attrs.kind)]}]\n${isLine ? "" : "\n"}${inner}`.trimEnd());
}

const alerts = { info: "NOTE", idea: "TIP", warning: "WARNING", done: "DONE" } as const;

function lessCommon(node: DocumentNode, writing: Writing): string {
  const { attrs = {}, content = [] } = node;
  switch (node.type) {
    case "details":
      return details(content, writing);
    case "image":
      return picture(attrs, writing);
    case "file":
      return file(attrs, writing);
    case "contents":
      return "[TOC]";
    default:
      // Whole lines of HTML end with the first empty line: what stands in them has none.
      return writeHtmlPart([node], writing).replace(/\n/g, "&#10;");
  }
}

function heading(level: number, line: string): string {
  return line === "" ? "" : `${"#".repeat(level)} ${line.replace(/\\\n/g, "<br>").replace(/\n/g, " ")}`;
}

function items(nodes: readonly DocumentNode[], sign: (item: DocumentNode) => string, writing: Writing): string {
  return nodes.map((item) => indented(itemWords(item, writing), sign(item))).join("\n");
}

function numbered(start: unknown, nodes: readonly DocumentNode[], writing: Writing): string {
  const first = Number.isSafeInteger(start) && Number(start) >= 0 && Number(start) < 1e8 ? Number(start) : 1;
  return nodes.map((item, at) => indented(itemWords(item, writing), `${first + at}. `)).join("\n");
}

/** Lists stand right below the line that they belong to; other blocks keep their distance. */
function itemWords({ type, attrs = {}, content = [] }: DocumentNode, writing: Writing): string {
  // The box of a task stands before words: a block that is none comes below it.
  const needsLine = type === "taskItem" && content[0]?.type !== "paragraph";
  const parts: string[] = needsLine ? [nothing] : [];
  let before = "";
  for (const node of content) {
    const text = block(node, writing);
    if (text === "" && parts.length > 0) continue;
    if (parts.length === 0) parts.push(text === "" ? nothing : text);
    else if (before === "paragraph" && followsAtOnce(node)) parts.push(`\n${text}`);
    else parts.push(`${listTypes.has(node.type) && listTypes.has(before) ? "\n\n<!-- -->" : ""}\n\n${text}`);
    before = node.type;
  }
  const said = type === "taskItem" ? taskWords(attrs, writing) : "";
  const [first = "", ...rest] = parts;
  return [first + said, ...rest].join("");
}

/** A list may stand right below a line, but for one that is numbered from anything but one. */
function followsAtOnce({ type, attrs: { start = 1 } = {} }: DocumentNode): boolean {
  return type === "orderedList" ? start === 1 : listTypes.has(type);
}

/** For whom a task is and by when. */
function taskWords({ assignee, dueOn }: Readonly<Record<string, unknown>>, { words }: Writing): string {
  const said = [textOf(assignee) && `@${textOf(assignee)}`, textOf(dueOn) && words.day(textOf(dueOn))].filter(Boolean);
  return said.length > 0 ? ` (${escapeMarkdown(said.join(" · "))})` : "";
}

function indented(text: string, sign: string): string {
  // A box stands in the item's words: what follows stands under the sign alone.
  const width = sign.startsWith("- [") ? 2 : sign.length;
  return sign + text.replace(/\n(?!\n|$)/g, `\n${" ".repeat(width)}`);
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function code({ attrs = {}, content = [] }: DocumentNode): string {
  const text = content.map(({ text: words = "" }) => words).join("");
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${codeLanguage(attrs.language) ?? ""}\n${text === "" ? "" : `${text}\n`}${fence}`;
}

function details(content: readonly DocumentNode[], writing: Writing): string {
  const summary = content.find(({ type }) => type === "detailsSummary");
  const inner = content.find(({ type }) => type === "detailsContent");
  const words = writeHtmlPart([{ type: "detailsSummary", content: summary?.content ?? [] }], writing).replace(
    /\n/g,
    " ",
  );
  const body = blocks(inner?.content ?? [], writing);
  return ["<details>", words, "", ...(body === "" ? [] : [body, ""]), "</details>"].join("\n");
}

function picture(attrs: Readonly<Record<string, unknown>>, { fileOf, words }: Writing): string {
  const fileId = idOf(attrs.fileId);
  const src = fileId ? fileOf(fileId)?.href : safeImageSrc(attrs.src);
  const alt = textOf(attrs.alt) || textOf(attrs.name);
  if (!src) return `_${escapeMarkdown(alt || words.pictureGone)}_`;
  return `![${escapeMarkdown(alt)}](${addressOf(src)})`;
}

function file(attrs: Readonly<Record<string, unknown>>, { fileOf, words }: Writing): string {
  const fileId = idOf(attrs.fileId);
  const found = fileId ? fileOf(fileId) : undefined;
  const name = escapeMarkdown(textOf(attrs.name) || found?.name || words.fileUnnamed);
  return found?.href ? `[${name}](${addressOf(found.href)})` : `_${name}_`;
}
