import type { DocumentNode } from "./document-node.ts";

/** What comes into a document at once, at most; all of it together stays quick to type in. */
export const documentLimits = {
  /** Characters of a paste, its markup included. */
  paste: 2_000_000,
  characters: 500_000,
  images: 100,
  rows: 200,
  columns: 30,
  cells: 2_000,
  /** Lists within lists. */
  depth: 9,
} as const;

/** What was left out, and of how many. */
export type Cut =
  | { readonly what: "images"; readonly kept: number; readonly of: number }
  | { readonly what: "rows" | "columns"; readonly kept: number; readonly of: number }
  | { readonly what: "characters"; readonly kept: number; readonly of: number }
  | { readonly what: "depth"; readonly kept: number };

/** Nodes cut to what a document can hold, and what had to be cut. */
export function fitNodes(nodes: readonly DocumentNode[]): { readonly nodes: DocumentNode[]; readonly cuts: Cut[] } {
  const fitting = new Fitting();
  const fitted = fitting.all(nodes, 0);
  return { nodes: fitted, cuts: fitting.cuts };
}

const lists = new Set(["bulletList", "orderedList", "taskList"]);

class Fitting {
  #images = 0;
  #characters = 0;
  readonly #cuts = new Map<Cut["what"], Cut>();

  get cuts(): Cut[] {
    const { images, characters } = documentLimits;
    if (this.#images > images) this.#cuts.set("images", { what: "images", kept: images, of: this.#images });
    if (this.#characters > characters)
      this.#cuts.set("characters", { what: "characters", kept: characters, of: this.#characters });
    return [...this.#cuts.values()];
  }

  all(nodes: readonly DocumentNode[], depth: number): DocumentNode[] {
    return nodes.flatMap((node) => this.#one(node, depth));
  }

  #one(node: DocumentNode, depth: number): DocumentNode[] {
    if (node.type === "image") {
      this.#images += 1;
      return this.#images > documentLimits.images ? [] : [node];
    }
    if (node.type === "text") return this.#words(node);
    const { content } = node.type === "table" ? this.#table(node) : node;
    if (!content) return [node];
    if (!lists.has(node.type)) return [{ ...node, content: this.all(content, depth) }];
    if (depth < documentLimits.depth) return [{ ...node, content: this.all(content, depth + 1) }];
    this.#cuts.set("depth", { what: "depth", kept: documentLimits.depth });
    return this.all(content.flatMap(wordsBelow), depth);
  }

  #words(node: DocumentNode): DocumentNode[] {
    const text = node.text ?? "";
    const room = Math.max(0, documentLimits.characters - this.#characters);
    this.#characters += text.length;
    if (text.length <= room) return [node];
    return room === 0 ? [] : [{ ...node, text: text.slice(0, room) }];
  }

  #table({ content: rows = [] }: DocumentNode): { content: DocumentNode[] } {
    const wide = rows.reduce((most, { content = [] }) => Math.max(most, content.length), 0);
    const columns = Math.min(wide, documentLimits.columns);
    const most = Math.min(documentLimits.rows, Math.floor(documentLimits.cells / Math.max(1, columns)));
    if (rows.length > most) this.#cuts.set("rows", { what: "rows", kept: most, of: rows.length });
    if (wide > columns) this.#cuts.set("columns", { what: "columns", kept: columns, of: wide });
    return {
      content: rows.slice(0, most).map((row) => ({ ...row, content: (row.content ?? []).slice(0, columns) })),
    };
  }
}

/** The blocks of a list that is too deep, without its lists. */
function wordsBelow({ type, content = [] }: DocumentNode): DocumentNode[] {
  if (type !== "listItem" && type !== "taskItem") return content.flatMap(wordsBelow);
  return content.flatMap((child) => (lists.has(child.type) ? wordsBelow(child) : [child]));
}
