import type { DocumentNode } from "../editor/document-node.ts";

export interface Heading {
  readonly text: string;
  readonly level: 1 | 2 | 3;
}

/** The headings of a document that say something, in their order. */
export function headingsOf({ content = [] }: DocumentNode): Heading[] {
  return content.flatMap(headingsIn);
}

function headingsIn(node: DocumentNode): Heading[] {
  if (node.type !== "heading") return (node.content ?? []).flatMap(headingsIn);
  const text = (node.content ?? []).map(({ text: words = "" }) => words).join("");
  return text.trim() === "" ? [] : [{ text, level: levelOf(node.attrs?.level) }];
}

export function levelOf(level: unknown): 1 | 2 | 3 {
  return level === 1 || level === 2 ? level : 3;
}
