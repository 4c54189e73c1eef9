import type { DocumentMark, DocumentNode } from "./document-node.ts";

/** A document that came as JSON from anywhere; null for what is none. What its nodes may be, whoever reads them decides. */
export function readDocument(value: unknown): DocumentNode | null {
  return isNode(value, 0) && value.type === "doc" ? value : null;
}

const deepest = 200;

function isNode(value: unknown, depth: number): value is DocumentNode {
  if (!isRecord(value) || typeof value.type !== "string" || depth > deepest) return false;
  const { attrs, content, text, marks } = value;
  return (
    (attrs === undefined || isRecord(attrs)) &&
    (text === undefined || typeof text === "string") &&
    (content === undefined || (Array.isArray(content) && content.every((child) => isNode(child, depth + 1)))) &&
    (marks === undefined || (Array.isArray(marks) && marks.every(isMark)))
  );
}

function isMark(value: unknown): value is DocumentMark {
  return isRecord(value) && typeof value.type === "string" && (value.attrs === undefined || isRecord(value.attrs));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
