import MarkdownIt from "markdown-it";
import { type CalloutKind, calloutKinds, type DocumentMark, type DocumentNode } from "../../editor/document-node.ts";
import { readHtml } from "../html/read-html.ts";
import type { ReadOptions } from "../html/reading.ts";

/**
 * Markdown of anybody as a document: CommonMark with tables, tasks, alerts and addresses that are links by themselves.
 * Its title is its first heading, what is written above it between dashes, or `title`.
 */
export function readMarkdown(markdown: string, title: string, options: ReadOptions = {}): DocumentNode {
  const { named, body } = withoutFront(markdown.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const html = parser().render(body);
  const document = readHtml(html, named ?? title, { ...options, isMarkdown: true });
  return { ...document, content: (document.content ?? []).map(settled) };
}

let made: ReturnType<typeof newParser> | undefined;

function parser() {
  made ??= newParser();
  return made;
}

/** Nested deeper than `maxNesting`, signs are words: nobody is kept waiting by what was written to that end. */
function newParser() {
  const markdown = new MarkdownIt({ html: true, linkify: false, breaks: false, maxNesting: 60 });
  // What an address may be `safeHref` decides, and it stays as it was written.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (address) => address;
  return markdown;
}

/** What is said about a file above its words, as many tools write it. */
function withoutFront(text: string): { readonly named: string | undefined; readonly body: string } {
  const front = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!front || !/^[\w-]+\s*:/m.test(front[1] ?? "")) return { named: undefined, body: text };
  const named = /^title\s*:[ \t]*(.+)$/m
    .exec(front[1] ?? "")?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, "$2");
  return { named: named || undefined, body: text.slice(front[0].length) };
}

function settled(node: DocumentNode): DocumentNode {
  if (node.type === "codeBlock") return node;
  const content = node.content?.map(settled);
  const whole = content ? { ...node, content: linked(content, node) } : node;
  if (whole.type === "blockquote") return calloutOf(whole);
  if (whole.type === "paragraph" && isNothing(whole)) return { type: "paragraph" };
  if (whole.type === "paragraph" && isContents(whole)) return { type: "contents" };
  return whole;
}

/** What is written where an item or a quote would be none without anything in it. */
function isNothing({ content = [] }: DocumentNode): boolean {
  return content.length === 1 && content[0]?.text === "\u200b";
}

function isContents({ content = [] }: DocumentNode): boolean {
  return content.length === 1 && /^\[\[?_?toc_?\]\]?$/i.test(content[0]?.text?.trim() ?? "");
}

const alerts: Readonly<Record<string, CalloutKind>> = {
  note: "info",
  info: "info",
  abstract: "info",
  tip: "idea",
  hint: "idea",
  idea: "idea",
  important: "warning",
  warning: "warning",
  caution: "warning",
  attention: "warning",
  danger: "warning",
  done: "done",
  success: "done",
  check: "done",
};

/** A quote that begins with `[!NOTE]` is a callout. */
function calloutOf(quote: DocumentNode): DocumentNode {
  const [first, ...rest] = quote.content ?? [];
  const [word, ...words] = first?.content ?? [];
  const sign = first?.type === "paragraph" ? /^\[!(\w+)\][+-]?\s*/.exec(word?.text ?? "") : null;
  const kind = alerts[sign?.[1]?.toLowerCase() ?? ""];
  if (!sign || !kind || !calloutKinds.includes(kind)) return quote;
  const left = (word?.text ?? "").slice(sign[0].length);
  const line = [...(left === "" ? [] : [{ ...word, type: "text", text: left }]), ...words];
  const blocks = [...(line.length > 0 ? [{ type: "paragraph", content: line }] : []), ...rest];
  return { type: "callout", attrs: { kind }, content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

/** Addresses that stand in the text are links. Chinese punctuation ends them. */
function linked(nodes: readonly DocumentNode[], { type: parent }: DocumentNode): readonly DocumentNode[] {
  if (parent === "title") return nodes;
  return nodes.flatMap((node) => {
    const { text = "", marks = [] } = node;
    if (node.type !== "text" || !text.includes("://") || marks.some(isOwn)) return [node];
    return text
      .split(/(https?:\/\/[^\s<>"'，。；：、（）「」“”]{3,}[^\s<>"'，。；：、（）「」“”.,;:!?)\]}])/)
      .flatMap((part, at): DocumentNode[] => {
        if (part === "") return [];
        return [
          { ...node, text: part, ...(at % 2 === 1 && { marks: [{ type: "link", attrs: { href: part } }, ...marks] }) },
        ];
      });
  });
}

const isOwn = ({ type }: DocumentMark) => type === "link" || type === "code";
