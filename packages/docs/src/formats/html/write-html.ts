import { asSpan, codeLanguage, mentioned, pixels } from "../../editor/document-attributes.ts";
import { calloutKinds, type DocumentNode, documentMentionKinds, oneOf, textOf } from "../../editor/document-node.ts";
import { liveQuestionOf } from "../../editor/live-questions.ts";
import { idOf, safeImageSrc } from "../../editor/safe-address.ts";
import { headingsOf, levelOf } from "../headings.ts";
import type { Writing } from "../writing.ts";
import { escapeHtml, tag } from "./html-text.ts";
import { dressed, moreOf } from "./write-marks.ts";

/** A document as HTML that can be read back as it was: parts that have no name in HTML are known by their attributes. */
export function writeHtml(document: DocumentNode, writing: Writing, anchor = "h"): string {
  const headings = headingsOf(document);
  const drawing: Drawing = { writing, headings, anchor, seen: { headings: 0 }, lower: 0 };
  return tag("article", { "data-guildhall": "1" }, blocks(document.content ?? [], drawing));
}

/** A part of a document, for Markdown, in which HTML may stand; the title is a heading above all others there. */
export function writeHtmlPart(nodes: readonly DocumentNode[], writing: Writing): string {
  return blocks(nodes, { writing, headings: [], anchor: "h", seen: { headings: 0 }, lower: 1 });
}

interface Drawing {
  readonly writing: Writing;
  readonly headings: ReturnType<typeof headingsOf>;
  readonly anchor: string;
  readonly seen: { headings: number };
  /** By how many levels headings stand lower than they are. */
  readonly lower: 0 | 1;
}

function blocks(nodes: readonly DocumentNode[], drawing: Drawing): string {
  return nodes.map((node) => block(node, drawing)).join("");
}

function block(node: DocumentNode, drawing: Drawing): string {
  const { attrs = {}, content = [] } = node;
  const inner = () => blocks(content, drawing);
  const line = () => inlines(content, drawing);
  const empty = { "data-empty": content.length === 0 };
  const more = moreOf(node);
  switch (node.type) {
    case "title":
      return tag("h1", { "data-title": true, ...more }, line());
    case "paragraph":
      return tag("p", { ...empty, ...more }, line());
    case "heading":
      return tag(
        `h${levelOf(attrs.level) + drawing.lower}`,
        { id: anchorOf(drawing, content), ...empty, ...more },
        line(),
      );
    case "bulletList":
      return tag("ul", more, inner());
    case "orderedList":
      return tag(
        "ol",
        { start: Number.isSafeInteger(attrs.start) && attrs.start !== 1 ? Number(attrs.start) : null, ...more },
        inner(),
      );
    case "listItem":
      return tag("li", more, inner());
    case "taskList":
      return tag("ul", { "data-type": "taskList", ...more }, inner());
    case "taskItem":
      return taskItem(node, drawing);
    case "blockquote":
      return tag("blockquote", more, inner());
    case "callout":
      return tag("div", { "data-callout": oneOf(calloutKinds, attrs.kind), role: "note", ...more }, inner());
    case "horizontalRule":
      return tag("hr", more, null);
    default:
      return lessCommon(node, drawing);
  }
}

function lessCommon(node: DocumentNode, drawing: Drawing): string {
  const { attrs = {}, content = [] } = node;
  const more = moreOf(node);
  switch (node.type) {
    case "codeBlock":
      return tag(
        "pre",
        more,
        tag("code", { "data-language": codeLanguage(attrs.language) }, content.map((each) => words(each)).join("")),
      );
    case "details":
      return tag("details", { open: true, ...more }, blocks(content, drawing));
    case "detailsSummary":
      return tag("summary", more, inlines(content, drawing));
    case "detailsContent":
      return tag("div", { "data-type": "detailsContent", ...more }, blocks(content, drawing));
    case "table":
      return tag("table", more, tag("tbody", {}, blocks(content, drawing)));
    case "tableRow":
      return tag("tr", more, blocks(content, drawing));
    case "tableHeader":
    case "tableCell":
      return cell(node, drawing);
    case "image":
      return picture(node, drawing.writing);
    case "file":
      return file(node, drawing.writing);
    case "contents":
      return contents(drawing);
    case "liveBlock":
      return liveBlock(node, drawing.writing);
    default:
      return unknown(node, drawing);
  }
}

function cell(node: DocumentNode, drawing: Drawing): string {
  const { type, attrs = {}, content = [] } = node;
  const [colspan, rowspan] = [asSpan(attrs.colspan ?? 1), asSpan(attrs.rowspan ?? 1)];
  const spans = { colspan: colspan > 1 && colspan, rowspan: rowspan > 1 && rowspan };
  const isHead = type === "tableHeader";
  return tag(isHead ? "th" : "td", { "data-cell": true, ...spans, ...moreOf(node) }, blocks(content, drawing));
}

function taskItem(node: DocumentNode, drawing: Drawing): string {
  const { attrs = {}, content = [] } = node;
  const isDone = attrs.checked === true;
  const assignee = textOf(attrs.assignee);
  const due = textOf(attrs.dueOn);
  const said = [assignee && `@${assignee}`, due && drawing.writing.words.day(due)].filter((each) => each !== "");
  return tag(
    "li",
    {
      "data-type": "taskItem",
      "data-checked": String(isDone),
      "data-task": idOf(attrs.taskId),
      "data-assignee-id": idOf(attrs.assigneeId),
      "data-assignee": assignee || null,
      "data-due": due || null,
      ...moreOf(node),
    },
    `${tag("input", { type: "checkbox", disabled: true, checked: isDone }, null)}${tag(
      "div",
      {},
      blocks(content, drawing) +
        (said.length > 0 ? tag("small", { "data-aside": true }, escapeHtml(said.join(" · "))) : ""),
    )}`,
  );
}

function picture(node: DocumentNode, { fileOf, words: said }: Writing): string {
  const { attrs = {} } = node;
  const fileId = idOf(attrs.fileId);
  const found = fileId ? fileOf(fileId) : undefined;
  const src = fileId ? found?.href : safeImageSrc(attrs.src);
  const alt = textOf(attrs.alt);
  const own = {
    "data-file": fileId,
    "data-name": textOf(attrs.name) || null,
    alt,
    width: pixels(attrs.width),
    height: pixels(attrs.height),
    ...moreOf(node),
  };
  const caption = alt || (src ? "" : said.pictureGone);
  return tag(
    "figure",
    {},
    tag("img", { src: src || null, ...own }, null) +
      (caption ? tag("figcaption", { "data-aside": true }, escapeHtml(caption)) : ""),
  );
}

function file(node: DocumentNode, { fileOf, words: said }: Writing): string {
  const { attrs = {} } = node;
  const fileId = idOf(attrs.fileId);
  const found = fileId ? fileOf(fileId) : undefined;
  const name = textOf(attrs.name) || found?.name || said.fileUnnamed;
  return tag(
    "div",
    {
      class: "file",
      "data-file": fileId,
      "data-name": textOf(attrs.name),
      "data-size": typeof attrs.size === "number" ? attrs.size : null,
      ...moreOf(node),
    },
    found?.href ? tag("a", { href: found.href }, escapeHtml(name)) : escapeHtml(name),
  );
}

function contents({ headings, anchor, writing: { words: said } }: Drawing): string {
  const lines = headings.map(({ text, level }, at) =>
    tag("li", { "data-level": level }, tag("a", { href: `#${anchor}-${at + 1}` }, escapeHtml(text))),
  );
  return tag("nav", { "data-contents": true, "aria-label": said.contents }, tag("ol", {}, lines.join("")));
}

function liveBlock(node: DocumentNode, { liveText, words: said }: Writing): string {
  const { kind, params } = liveQuestionOf(node.attrs);
  const shown = liveText({ kind, params });
  const lines = shown ? shown.lines.map((line) => tag("li", {}, escapeHtml(line))).join("") : "";
  return tag(
    "div",
    { class: "live", "data-live": kind, "data-params": JSON.stringify(params), ...moreOf(node) },
    tag("strong", {}, escapeHtml(shown?.title ?? said.liveClosed)) + (lines ? tag("ul", {}, lines) : ""),
  );
}

/** Kept with all that was written into it, for the edition that knows it. */
function unknown(node: DocumentNode, drawing: Drawing): string {
  const own = { "data-node": node.type, "data-attrs": node.attrs ? JSON.stringify(node.attrs) : null };
  return tag(
    "div",
    { class: "unknown", ...own },
    node.content?.some(isInline) ? inlines(node.content, drawing) : blocks(node.content ?? [], drawing),
  );
}

const isInline = ({ type }: DocumentNode) => type === "text" || type === "mention" || type === "hardBreak";

function inlines(nodes: readonly DocumentNode[], { writing }: Drawing): string {
  return nodes.map((node) => words(node, writing)).join("");
}

function words(node: DocumentNode, writing?: Writing): string {
  if (node.type === "text") return dressed(escapeHtml(node.text ?? ""), node.marks, writing);
  if (node.type === "hardBreak") return dressed("<br>", node.marks, writing);
  if (node.type === "mention" && writing) return dressed(mention(node, writing), node.marks, writing);
  const inner = (node.content ?? []).map((child) => words(child, writing)).join("");
  return tag("span", { "data-node": node.type, "data-attrs": node.attrs ? JSON.stringify(node.attrs) : null }, inner);
}

function mention({ attrs = {} }: DocumentNode, { mentionHref }: Writing): string {
  const [kind, id] = [oneOf(documentMentionKinds, attrs.kind), idOf(attrs.id)];
  const href = id ? mentionHref({ kind, id }) : undefined;
  const said = escapeHtml(mentioned(attrs));
  const own = { class: "mention", "data-mention": kind, "data-id": id, "data-label": textOf(attrs.label) };
  return tag("span", own, href ? tag("a", { href }, said) : said);
}

function anchorOf({ seen, anchor }: Drawing, content: readonly DocumentNode[]): string | null {
  if (content.every(({ text = "" }) => text.trim() === "")) return null;
  seen.headings += 1;
  return `${anchor}-${seen.headings}`;
}
