import type { DocumentNode } from "./document-node.ts";

/** What comes into a document at once, at most; all of it together stays quick to type in. */
export const documentLimits = {
  /** Characters of a paste, its markup included. */
  paste: 2_000_000,
  /** Characters that are read as Markdown; more is taken as the text that it is. */
  markdown: 200_000,
  characters: 500_000,
  /** Lines, cells of tables and whatever else stands by itself. */
  blocks: 5_000,
  images: 100,
  rows: 200,
  columns: 30,
  cells: 2_000,
  /** Lists within lists. */
  depth: 9,
  /** Boxes of any kind within boxes. */
  nesting: 20,
  /** What a document holds at most, however often something is added. */
  whole: { characters: 2_000_000, blocks: 20_000, images: 1_000 },
} as const;

/** What was left out, and of how many. */
export type Cut =
  | { readonly what: "images"; readonly kept: number; readonly of: number }
  | { readonly what: "rows" | "columns"; readonly kept: number; readonly of: number }
  | { readonly what: "characters"; readonly kept: number; readonly of: number }
  | { readonly what: "depth"; readonly kept: number }
  /** More lines than come in at once. */
  | { readonly what: "blocks" }
  | { readonly what: "nesting" }
  /** The document holds no more. */
  | { readonly what: "full" }
  /** Pictures that lie where no page may look. */
  | { readonly what: "elsewhere"; readonly of: number };

/** How much there is of what is counted. */
export interface Amounts {
  readonly characters: number;
  readonly blocks: number;
  readonly images: number;
}

const none: Amounts = { characters: 0, blocks: 0, images: 0 };

/** How many lists, and boxes of any kind, stand around a place. */
export interface Depth {
  readonly lists: number;
  readonly boxes: number;
}

/**
 * Nodes cut to what comes in at once, and to what a document that holds `present` has room for where so much stands
 * `around` them already; and what had to be cut.
 */
export function fitNodes(
  nodes: readonly DocumentNode[],
  present: Amounts = none,
  around: Depth = { lists: 0, boxes: 0 },
): { readonly nodes: DocumentNode[]; readonly cuts: Cut[] } {
  const fitting = new Fitting(present);
  const fitted = fitting.all(nodes, around);
  return { nodes: fitted, cuts: fitting.cuts };
}

/** As much of a text as comes in at once, and whether that is all of it. */
export function fitText(text: string): { readonly text: string; readonly cuts: Cut[] } {
  const { characters, blocks } = documentLimits;
  const cuts: Cut[] = [];
  let fitting = text;
  if (text.length > characters) {
    fitting = cutTo(text, characters);
    cuts.push({ what: "characters", kept: characters, of: text.length });
  }
  const end = endOfLine(fitting, blocks);
  if (end < fitting.length) {
    fitting = fitting.slice(0, end);
    cuts.push({ what: "blocks" });
  }
  return { text: fitting, cuts };
}

/** Where so many lines have ended; empty ones are none. */
function endOfLine(text: string, most: number): number {
  const breaks = /(?:\r\n?|\n)+/g;
  for (let count = 1; count <= most; count++) if (!breaks.test(text)) return text.length;
  return breaks.lastIndex;
}

/** Never half of a character. */
function cutTo(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

const lists = new Set(["bulletList", "orderedList", "taskList"]);
const boxes = new Set([...lists, "blockquote", "callout", "details", "table"]);
/** What is never without a block, where what stands around it stays. */
const alwaysFilled = new Set(["tableCell", "tableHeader", "detailsContent"]);

class Fitting {
  readonly #present: Amounts;
  #images = 0;
  #characters = 0;
  #blocks = 0;
  readonly #cuts = new Map<Cut["what"], Cut>();

  constructor(present: Amounts) {
    this.#present = present;
  }

  get cuts(): Cut[] {
    const { images, characters } = documentLimits;
    if (this.#images > this.#room("images")) this.#left("images", { what: "images", kept: images, of: this.#images });
    if (this.#characters > this.#room("characters"))
      this.#left("characters", { what: "characters", kept: characters, of: this.#characters });
    return [...this.#cuts.values()];
  }

  #room(what: keyof Amounts): number {
    return Math.max(0, Math.min(documentLimits[what], documentLimits.whole[what] - this.#present[what]));
  }

  #left(what: keyof Amounts, cut: Cut): void {
    const isFull = this.#room(what) < documentLimits[what];
    this.#cuts.set(isFull ? "full" : cut.what, isFull ? { what: "full" } : cut);
  }

  all(nodes: readonly DocumentNode[], depth: Depth): DocumentNode[] {
    return nodes.flatMap((node) => this.#one(node, depth));
  }

  #one(node: DocumentNode, depth: Depth): DocumentNode[] {
    if (node.type === "text") return this.#words(node);
    if (node.type === "image") {
      this.#images += 1;
      if (this.#images > this.#room("images")) return [];
    }
    if (isCounted(node) && !this.#hasRoomForBlock()) return [];
    if (!boxes.has(node.type)) return this.#filled(node, node.content, depth);
    // Once there is no room for a line, no box begins either.
    if (this.#blocks >= this.#room("blocks")) return this.#noMoreBlocks();
    if (depth.boxes >= documentLimits.nesting) {
      this.#cuts.set("nesting", { what: "nesting" });
      return this.all(linesIn(node), depth);
    }
    if (lists.has(node.type)) return this.#list(node, depth);
    const { content } = node.type === "table" ? this.#table(node) : node;
    return this.#filled(node, content, { ...depth, boxes: depth.boxes + 1 });
  }

  #list(node: DocumentNode, depth: Depth): DocumentNode[] {
    if (depth.lists < documentLimits.depth)
      return this.#filled(node, node.content, { lists: depth.lists + 1, boxes: depth.boxes + 1 });
    this.#cuts.set("depth", { what: "depth", kept: documentLimits.depth });
    return this.all((node.content ?? []).flatMap(wordsBelow), depth);
  }

  #hasRoomForBlock(): boolean {
    this.#blocks += 1;
    if (this.#blocks > this.#room("blocks")) this.#noMoreBlocks();
    return this.#blocks <= this.#room("blocks");
  }

  #noMoreBlocks(): [] {
    this.#left("blocks", { what: "blocks" });
    return [];
  }

  /** A box of which nothing is left goes with it. */
  #filled(node: DocumentNode, content: readonly DocumentNode[] | undefined, depth: Depth): DocumentNode[] {
    if (!content || !node.content || node.content.length === 0) return [node];
    const fitted = this.all(content, depth);
    if (fitted.length > 0 || holdsWords(node)) return [{ ...node, content: fitted }];
    return alwaysFilled.has(node.type) ? [{ ...node, content: [{ type: "paragraph" }] }] : [];
  }

  #words(node: DocumentNode): DocumentNode[] {
    const text = node.text ?? "";
    const room = Math.max(0, this.#room("characters") - this.#characters);
    this.#characters += text.length;
    if (text.length <= room) return [node];
    const kept = cutTo(text, room);
    return kept === "" ? [] : [{ ...node, text: kept }];
  }

  #table({ content: rows = [] }: DocumentNode): { content: DocumentNode[] } {
    const wide = rows.reduce((most, { content = [] }) => Math.max(most, content.length), 0);
    const columns = Math.min(wide, documentLimits.columns);
    const most = Math.min(documentLimits.rows, Math.floor(documentLimits.cells / Math.max(1, columns)));
    if (rows.length > most) this.#cuts.set("rows", { what: "rows", kept: most, of: rows.length });
    if (wide > columns) this.#cuts.set("columns", { what: "columns", kept: columns, of: wide });
    const kept = rows.slice(0, most).map((row) => ({ ...row, content: (row.content ?? []).slice(0, columns) }));
    return { content: this.#rowsWithRoom(kept) };
  }

  /** Whole rows or none: of a cell, an empty line would be left in any case. */
  #rowsWithRoom(rows: readonly DocumentNode[]): DocumentNode[] {
    let left = this.#room("blocks") - this.#blocks;
    return rows.filter((row) => {
      left -= blocksIn(row);
      if (left < 0) this.#noMoreBlocks();
      return left >= 0;
    });
  }
}

function blocksIn(node: DocumentNode): number {
  const within = (node.content ?? []).reduce((sum, child) => sum + blocksIn(child), 0);
  return isCounted(node) ? 1 + within : alwaysFilled.has(node.type) ? Math.max(1, within) : within;
}

const textblocks = new Set(["paragraph", "heading", "codeBlock", "detailsSummary", "title"]);
const holdsWords = ({ type }: DocumentNode) => textblocks.has(type);
const parts = new Set(["listItem", "taskItem", "tableRow", "tableCell", "tableHeader", "detailsContent"]);
const inlines = new Set(["text", "hardBreak", "mention"]);

/** What counts as a block: what holds words, and what stands for itself. */
function isCounted(node: DocumentNode): boolean {
  return !(boxes.has(node.type) || parts.has(node.type) || inlines.has(node.type) || node.type === "detailsSummary");
}

/** The blocks of a list that is too deep, without its lists. */
function wordsBelow({ type, content = [] }: DocumentNode): DocumentNode[] {
  if (type !== "listItem" && type !== "taskItem") return content.flatMap(wordsBelow);
  return content.flatMap((child) => (lists.has(child.type) ? wordsBelow(child) : [child]));
}

/** All that stands in a box, without any. */
function linesIn(node: DocumentNode): DocumentNode[] {
  if (node.type === "detailsSummary") return node.content ? [{ type: "paragraph", content: node.content }] : [];
  return boxes.has(node.type) || parts.has(node.type) ? (node.content ?? []).flatMap(linesIn) : [node];
}
