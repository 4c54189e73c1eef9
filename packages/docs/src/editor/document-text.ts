import type * as Y from "yjs";
import { mentioned } from "./document-attributes.ts";
import { documentJson } from "./document-json.ts";
import { type DocumentNode, textOf } from "./document-node.ts";

export interface DocumentText {
  readonly title: string;
  /** A line for every block. */
  readonly body: string;
}

/** The words of a document and nothing else: what is searched, and what a line about it says. */
export function documentText(document: Y.Doc | DocumentNode): DocumentText {
  const { content = [] } = "type" in document ? document : documentJson(document);
  const title = content.find(({ type }) => type === "title");
  return {
    title: title ? withoutNul(wordsOf(title)).trim() : "",
    body: content
      .filter((node) => node !== title)
      .flatMap(linesOf)
      .map(withoutNul)
      .filter((line) => line.trim() !== "")
      .join("\n"),
  };
}

/** Whoever writes without this editor may write one; PostgreSQL keeps none. */
const withoutNul = (words: string) => words.replaceAll("\0", "");

/** What stands on one line: words, the names of whoever is mentioned, and what pictures and files are called. */
function wordsOf({ type, text, attrs = {}, content = [] }: DocumentNode): string {
  if (type === "text") return text ?? "";
  if (type === "hardBreak") return "\n";
  if (type === "mention") return mentioned(attrs);
  if (type === "image") return textOf(attrs.alt) || textOf(attrs.name);
  if (type === "file") return textOf(attrs.name);
  return content.map(wordsOf).join("");
}

function linesOf(node: DocumentNode): string[] {
  const children = node.content ?? [];
  if (!children.some(isBlock)) return [wordsOf(node)];
  return children.flatMap(linesOf);
}

const inline = new Set(["text", "hardBreak", "mention"]);
const isBlock = ({ type }: DocumentNode) => !inline.has(type);
