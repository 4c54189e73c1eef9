import type { DocumentNode } from "@guildhall/docs/schemas";

/** A line of what a template holds, as its small picture draws it. */
export interface OutlineLine {
  readonly kind: "heading" | "text" | "points" | "tasks" | "table" | "callout";
  /** Of a heading, what it says. */
  readonly text: string;
}

const most = 9;

/** The first blocks of a document, for a picture of it no larger than a stamp. */
export function outlineOf({ content = [] }: DocumentNode): readonly OutlineLine[] {
  return content
    .filter(({ type }) => type !== "title")
    .slice(0, most)
    .map((block) => ({ kind: kinds[block.type] ?? "text", text: block.type === "heading" ? wordsOf(block) : "" }));
}

const kinds: Readonly<Record<string, OutlineLine["kind"]>> = {
  heading: "heading",
  bulletList: "points",
  orderedList: "points",
  taskList: "tasks",
  table: "table",
  callout: "callout",
};

function wordsOf({ content = [] }: DocumentNode): string {
  return content.map(({ text = "" }) => text).join("");
}
