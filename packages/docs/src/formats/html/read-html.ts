import { codeLanguage } from "../../editor/document-attributes.ts";
import { documentSchema } from "../../editor/document-extensions.ts";
import { calloutKinds, type DocumentMark, type DocumentNode, oneOf } from "../../editor/document-node.ts";
import { Blocks } from "./blocks.ts";
import { type HtmlElement, type HtmlNode, htmlTree, textIn } from "./html-tree.ts";
import { listOf, tasksOf } from "./read-lists.ts";
import { jsonOf, markOf, marksOf } from "./read-marks.ts";
import { fileOf, liveBlockOf, mentionOf, pictureOf, unknownOf } from "./read-parts.ts";
import { tableOf } from "./read-table.ts";
import type { Reading, ReadOptions } from "./reading.ts";

/**
 * HTML of anybody as a document: what the document has no place for does not come in, scripts, styles and handlers among
 * it. Its title is the one that it was written with, its first heading, or that of the page; without any, `title`.
 */
export function readHtml(html: string, title: string, options: ReadOptions = {}): DocumentNode {
  const tree = htmlTree(html);
  const ours = findElement(tree, ({ attributes }) => "data-guildhall" in attributes);
  const body = ours ?? findElement(tree, ({ tag }) => tag === "body");
  const reading = readingWith(options, ours !== undefined);
  const blocks = reading.blocks(body ? body.children : tree);
  const said = findElement(tree, ({ tag }) => tag === "title");
  const named = textIn(said?.children ?? []).trim();
  return titled(blocks, named || title, ours !== undefined);
}

function readingWith(options: ReadOptions, isExact: boolean): Reading {
  const reading: Reading = {
    options,
    blocks: (nodes, marks = []) => {
      const into = new Blocks({ isExact, joinsLines: true });
      const take = (node: HtmlNode, around: readonly DocumentMark[]) => read(node, around, into, reading, take);
      for (const node of nodes) take(node, marks);
      return into.done();
    },
    filled: (nodes) => {
      const blocks = reading.blocks(nodes);
      return blocks.length > 0 ? blocks : [{ type: "paragraph" }];
    },
    line: (nodes) => reading.blocks(nodes).flatMap(({ type, content = [] }) => (type === "paragraph" ? content : [])),
  };
  return reading;
}

type Take = (node: HtmlNode, marks: readonly DocumentMark[]) => void;

/** Not read, with all that stands in them. */
const left = new Set(
  "script style template noscript head title iframe frame object embed svg math canvas audio video button select textarea link meta base dialog".split(
    " ",
  ),
);

function read(node: HtmlNode, marks: readonly DocumentMark[], into: Blocks, reading: Reading, take: Take): void {
  if (typeof node === "string") {
    into.words(node, marks);
    return;
  }
  const { tag, attributes, children } = node;
  if (left.has(tag) || "data-aside" in attributes) return;
  if (tag === "br") {
    into.inline({ type: "hardBreak" }, marks);
    return;
  }
  const inline = mentionOf(node, reading.options) ?? (tag === "span" ? unknownOf(node, reading) : null);
  if (inline) {
    into.inline(inline, marks);
    return;
  }
  const mark = markOf(node, reading.options);
  if (mark || inlineTags.has(tag)) {
    const around = marksOf(marks, mark);
    for (const child of children) take(child, around);
    return;
  }
  into.end();
  const block = blockOf(node, reading);
  if (block) into.block(...withMore(block, attributes));
  else for (const child of children) take(child, marks);
  into.end();
}

/** What a later edition said about the one block that an element is; what this one knows is said, and checked, otherwise. */
function withMore(blocks: DocumentNode[], attributes: HtmlElement["attributes"]): DocumentNode[] {
  const [only, ...others] = blocks;
  if (!only || others.length > 0 || attributes["data-more"] === undefined) return blocks;
  const known = documentSchema().nodes[only.type]?.spec.attrs ?? {};
  const more = Object.entries(jsonOf(attributes["data-more"])).filter(([name]) => !Object.hasOwn(known, name));
  return more.length > 0 ? [{ ...only, attrs: { ...only.attrs, ...Object.fromEntries(more) } }] : blocks;
}

const inlineTags = new Set(
  "span font a abbr acronym b strong i em u ins s del strike mark code kbd samp tt small big sub sup q cite dfn var time data label bdi bdo ruby rb rt wbr input".split(
    " ",
  ),
);

/** The block that an element is; null for one that only stands around others. */
function blockOf(element: HtmlElement, reading: Reading): DocumentNode[] | null {
  const { tag, attributes, children } = element;
  const heading = /^h([1-6])$/.exec(tag);
  if (heading) return headingsOf(element, Number(heading[1]), reading);
  switch (tag) {
    case "p":
      return paragraphOf(element, reading);
    case "hr":
      return [{ type: "horizontalRule" }];
    case "blockquote":
      return [{ type: "blockquote", content: reading.filled(children) }];
    case "pre":
      return [codeOf(element)];
    case "ul":
    case "ol":
      return attributes["data-type"] === "taskList" ? tasksOf(element, reading) : listOf(element, reading);
    case "li":
      return listOf({ tag: "ul", attributes: {}, children: [element] }, reading);
    case "table":
      return tableOf(element, reading);
    case "details":
      return [detailsOf(element, reading)];
    case "img":
      return pictureOf(element, reading.options);
    case "dt":
      return reading.blocks(children, [{ type: "bold" }]);
    default:
      return partOf(element, reading);
  }
}

function partOf(element: HtmlElement, reading: Reading): DocumentNode[] | null {
  const { tag, attributes, children } = element;
  if (tag === "nav") return "data-contents" in attributes ? [{ type: "contents" }] : null;
  if (tag !== "div") return null;
  if (attributes["data-callout"] !== undefined)
    return [
      {
        type: "callout",
        attrs: { kind: oneOf(calloutKinds, attributes["data-callout"]) },
        content: reading.filled(children),
      },
    ];
  const part = fileOf(element) ?? liveBlockOf(element) ?? unknownOf(element, reading);
  return part && [part];
}

/** An empty line is one only where it was written by us; elsewhere it is how pages make room. */
function paragraphOf({ attributes, children }: HtmlElement, reading: Reading): DocumentNode[] {
  const blocks = reading.blocks(children);
  return blocks.length === 0 && "data-empty" in attributes ? [{ type: "paragraph" }] : blocks;
}

function headingsOf({ attributes, children }: HtmlElement, level: number, reading: Reading): DocumentNode[] {
  const isTitle = "data-title" in attributes;
  const blocks = reading.blocks(children);
  if (isTitle) return [{ type: "title", content: blocks.flatMap(({ content = [] }) => content) }];
  const attrs = { level };
  if (blocks.length === 0) return "data-empty" in attributes ? [{ type: "heading", attrs }] : [];
  return blocks.map((block) => (block.type === "paragraph" ? { ...block, type: "heading", attrs } : block));
}

function codeOf({ attributes, children }: HtmlElement): DocumentNode {
  const inner = children.find((child): child is HtmlElement => typeof child !== "string" && child.tag === "code");
  const named = [attributes, inner?.attributes ?? {}]
    .map((each) => each["data-language"] ?? /\blang(?:uage)?-(\w+)/.exec(each.class ?? "")?.[1])
    .find((name) => name !== undefined);
  const text = codeText(children).replace(/\n$/, "");
  return {
    type: "codeBlock",
    attrs: { language: codeLanguage(named) },
    ...(text !== "" && { content: [{ type: "text", text }] }),
  };
}

function codeText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.tag === "br" ? "\n" : codeText(node.children)))
    .join("");
}

function detailsOf({ children }: HtmlElement, reading: Reading): DocumentNode {
  const isSummary = (node: HtmlNode) => typeof node !== "string" && node.tag === "summary";
  const summary = children.find((node): node is HtmlElement => isSummary(node));
  const words = reading.line(summary?.children ?? []).filter(({ type }) => type === "text");
  return {
    type: "details",
    content: [
      { type: "detailsSummary", ...(words.length > 0 && { content: words }) },
      { type: "detailsContent", content: reading.filled(children.filter((node) => !isSummary(node))) },
    ],
  };
}

/** Puts the title first, and levels of headings below it where the page had its title among them. */
function titled(blocks: readonly DocumentNode[], fallback: string, isExact: boolean): DocumentNode {
  const own = blocks.find(({ type }) => type === "title");
  if (own || isExact) {
    const rest = blocks.filter(({ type }) => type !== "title");
    return {
      type: "doc",
      content: [own ? plainLine("title", own) : { type: "title" }, ...rest.map((block) => atMostThree(block))],
    };
  }
  const [first, ...rest] = blocks;
  const isTitled = first?.type === "heading" && first.attrs?.level === 1;
  if (!isTitled) return { type: "doc", content: [plainTitle(fallback), ...blocks.map((block) => atMostThree(block))] };
  const lower = rest.some(({ type, attrs }) => type === "heading" && attrs?.level === 1) ? 0 : 1;
  return {
    type: "doc",
    content: [plainLine("title", first), ...rest.map((block) => atMostThree(block, lower))],
  };
}

function atMostThree(node: DocumentNode, lower: unknown = 0): DocumentNode {
  const less = typeof lower === "number" ? lower : 0;
  if (node.type === "heading") {
    const level = Math.max(1, Math.min(3, Number(node.attrs?.level ?? 1) - (lower === 1 ? 1 : 0)));
    return { ...node, attrs: { ...node.attrs, level } };
  }
  return node.content ? { ...node, content: node.content.map((child) => atMostThree(child, less)) } : node;
}

function plainTitle(text: string): DocumentNode {
  const words = text.replace(/\s+/g, " ").trim().slice(0, 300);
  return { type: "title", ...(words !== "" && { content: [{ type: "text", text: words }] }) };
}

/** Words and the comments on them, and nothing else. */
function plainLine(type: string, { content = [] }: DocumentNode): DocumentNode {
  const words = content.flatMap((node) => {
    const text =
      node.type === "text" ? (node.text ?? "") : node.type === "hardBreak" ? " " : String(node.attrs?.label ?? "");
    const marks = (node.marks ?? []).filter((mark) => mark.type === "comment");
    return text === "" ? [] : [{ type: "text", text, ...(marks.length > 0 && { marks }) }];
  });
  return { type, ...(words.length > 0 && { content: words }) };
}

function findElement(nodes: readonly HtmlNode[], is: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    const found = is(node) ? node : findElement(node.children, is);
    if (found) return found;
  }
  return undefined;
}
