import { mentioned } from "../../editor/document-attributes.ts";
import { type DocumentMark, type DocumentNode, documentMentionKinds, oneOf } from "../../editor/document-node.ts";
import { idOf, safeHref } from "../../editor/safe-address.ts";
import { tag } from "../html/html-text.ts";
import type { Writing } from "../writing.ts";

/** Words, names and breaks of one line. */
export function inlineMarkdown(nodes: readonly DocumentNode[], writing: Writing, isCell = false): string {
  const written = new Line(writing, isCell).write(nodes, order, { before: "", after: "" });
  return isCell ? written : startOfLine(written.replace(/^[ \t]+|[ \t]+$/g, ""));
}

/** The outermost first. */
const order = ["link", "highlight", "underline", "strike", "bold", "italic", "code"] as const;
type Dress = (typeof order)[number];

interface Around {
  readonly before: string;
  readonly after: string;
}

class Line {
  readonly #writing: Writing;
  readonly #isCell: boolean;

  constructor(writing: Writing, isCell: boolean) {
    this.#writing = writing;
    this.#isCell = isCell;
  }

  /** Runs of nodes that wear the first of these marks alike, each in its signs. */
  write(nodes: readonly DocumentNode[], marks: readonly Dress[], around: Around): string {
    const [mark, ...others] = marks;
    if (!mark) return nodes.map((node) => this.#plain(node)).join("");
    const groups = grouped(nodes, mark);
    return groups
      .map(({ nodes: inside, worn }, at) => {
        const near = {
          before: lastSign(groups[at - 1]?.nodes) || around.before,
          after: firstSign(groups[at + 1]?.nodes) || around.after,
        };
        if (!worn) return this.write(inside, others, near);
        return this.#dress(worn, inside, others, near);
      })
      .join("");
  }

  #dress(worn: DocumentMark, inside: readonly DocumentNode[], others: readonly Dress[], near: Around): string {
    const within = { before: "", after: "" };
    if (worn.type === "code") return code(inside.map(textOfNode).join(""), this.#isCell);
    if (worn.type === "highlight") return tag("mark", {}, this.write(inside, others, within));
    if (worn.type === "underline") return tag("u", {}, this.write(inside, others, within));
    if (worn.type === "link") return this.#link(worn, inside, others);
    const { sign, html } = signs[worn.type] ?? { sign: "", html: "span" };
    const words = this.write(inside, others, { before: sign, after: sign });
    return fits(words, sign, near) ? `${sign}${words}${sign}` : tag(html, {}, words);
  }

  #link({ attrs = {} }: DocumentMark, inside: readonly DocumentNode[], others: readonly Dress[]): string {
    const href = safeHref(attrs.href);
    const text = inside.map(textOfNode).join("");
    const words = this.write(inside, others, { before: "", after: "" });
    if (href === "" || text.trim() === "") return words;
    const leads = this.#writing.linkHref(href);
    const isPlain = inside.every(({ type, marks = [] }) => type === "text" && marks.length === 1);
    if (isPlain && leads === text && /^https?:\/\/[^\s<>]+$/.test(text)) return `<${text}>`;
    return `[${words}](${addressOf(leads)})`;
  }

  #plain(node: DocumentNode): string {
    if (node.type === "text") return escapeMarkdown(node.text ?? "", this.#isCell);
    if (node.type === "hardBreak") return this.#isCell ? "<br>" : "\\\n";
    if (node.type === "mention") return mentionMarkdown(node, this.#writing);
    return (node.content ?? []).map((child) => this.#plain(child)).join("");
  }
}

const signs: Readonly<Record<string, { readonly sign: string; readonly html: string }>> = {
  bold: { sign: "**", html: "strong" },
  italic: { sign: "*", html: "em" },
  strike: { sign: "~~", html: "s" },
};

interface Group {
  readonly nodes: DocumentNode[];
  readonly worn: DocumentMark | null;
}

function grouped(nodes: readonly DocumentNode[], mark: Dress): Group[] {
  const groups: Group[] = [];
  for (const node of nodes) {
    const worn = node.marks?.find(({ type }) => type === mark) ?? null;
    const last = groups.at(-1);
    if (last && sameMark(last.worn, worn)) last.nodes.push(node);
    else groups.push({ nodes: [node], worn });
  }
  return groups;
}

function sameMark(one: DocumentMark | null, other: DocumentMark | null): boolean {
  if (!one || !other) return one === other;
  return one.type === other.type && JSON.stringify(one.attrs ?? {}) === JSON.stringify(other.attrs ?? {});
}

/**
 * Whether these signs would be read as what they are (CommonMark's flanking rules): not around white space, nor between
 * a letter and a punctuation mark, as in Chinese, which has no spaces around a word.
 */
function fits(words: string, sign: string, { before, after }: Around): boolean {
  const [first = "", last = ""] = [[...words][0], [...words].at(-1)];
  if (words === "" || /\s/.test(first) || /\s/.test(last) || words.includes("\n")) return false;
  const isSign = (text: string) => text !== "" && sign.includes(text.slice(-1));
  if ([first, last, before.slice(-1), after.slice(0, 1)].some(isSign)) return false;
  if (isPunctuation(first) && !isOpen(before.slice(-2))) return false;
  return !(isPunctuation(last) && !isOpen(after.slice(0, 2)));
}

const isPunctuation = (letter: string) => /^[\p{P}\p{S}]/u.test(letter);
const isOpen = (text: string) => text === "" || /^\s/.test(text);

/** The plain character at the end of the group before, or at the start of the one after; marks put signs between. */
function lastSign(nodes: readonly DocumentNode[] | undefined): string {
  const node = nodes?.at(-1);
  if (!node) return "";
  return node.type === "text" ? ([...(node.text ?? "")].at(-1) ?? "") : node.type === "hardBreak" ? "\n" : "x";
}

function firstSign(nodes: readonly DocumentNode[] | undefined): string {
  const [node] = nodes ?? [];
  if (!node) return "";
  return node.type === "text" ? ([...(node.text ?? "")][0] ?? "") : node.type === "hardBreak" ? "\n" : "x";
}

const textOfNode = ({ type, text, attrs }: DocumentNode): string =>
  type === "text" ? (text ?? "") : idOf(attrs?.id) ? String(attrs?.label ?? "") : " ";

function code(text: string, isCell: boolean): string {
  const shown = (isCell ? text.replace(/\|/g, "\\|") : text).replace(/\n/g, " ");
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const isEdged = /^[` ]|[` ]$/.test(shown);
  if (shown.trim() === "") return shown;
  return isEdged ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Text whose letters mean nothing else than themselves. */
export function escapeMarkdown(text: string, isCell = false): string {
  const escaped = text
    .replace(/[\\`*[\]<]/g, "\\$&")
    .replace(/_/g, (sign, at: number) => (isWord(text[at - 1]) && isWord(text[at + 1]) ? sign : `\\${sign}`))
    .replace(/~(?=~)|(?<=~)~/g, "\\~")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/https?:\/\//g, (address) => address.replace(":", "\\:"))
    .replace(/\n/g, " ");
  return isCell ? escaped.replace(/\|/g, "\\|") : escaped;
}

const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/** What would begin a block at the start of a line begins none. */
function startOfLine(line: string): string {
  return line
    .split("\n")
    .map((each) =>
      each
        .replace(/^(\s*)([#>+\-=:|])/, (whole, space: string, sign: string) =>
          /^\s*(?:#{1,6}(?:\s|$)|>|[+-](?:\s|$)|-{2,}|={1,}\s*$|:|\|)/.test(whole + each.slice(whole.length))
            ? `${space}\\${sign}`
            : whole,
        )
        .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2"),
    )
    .join("\n");
}

/** An address between parentheses. */
export function addressOf(href: string): string {
  return /[\s()<>]/.test(href) ? `<${href.replace(/[<>\n]/g, (sign) => encodeURIComponent(sign))}>` : href;
}

/** Somebody named in the text: a link where there is a page about them. */
function mentionMarkdown({ attrs = {} }: DocumentNode, { mentionHref }: Writing): string {
  const [kind, id] = [oneOf(documentMentionKinds, attrs.kind), idOf(attrs.id)];
  const href = id ? mentionHref({ kind, id }) : undefined;
  const said = escapeMarkdown(mentioned(attrs));
  return href ? `[${said}](${addressOf(href)})` : said;
}
