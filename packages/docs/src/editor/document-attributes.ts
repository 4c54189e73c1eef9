import { codeLanguages, textOf } from "./document-node.ts";

const largest = 20_000; // pixels
/** The most columns that a cell is believed to span: whatever counts them counts one by one. */
const widest = 100;

const aliases: Readonly<Record<string, string>> = {
  js: "javascript",
  ts: "typescript",
  html: "xml",
  sh: "bash",
  py: "python",
  yml: "yaml",
  md: "markdown",
};

/** A language that can be coloured; null for any other. */
export function codeLanguage(value: unknown): string | null {
  const name = typeof value === "string" ? value.toLowerCase() : "";
  return codeLanguages.find((each) => each === (aliases[name] ?? name)) ?? null;
}

/** Pixels between 1 and `largest`; null for anything else. */
export function pixels(value: unknown): number | null {
  const count = typeof value === "string" ? Number.parseInt(value, 10) : value;
  return typeof count === "number" && Number.isFinite(count) && count >= 1
    ? Math.min(largest, Math.round(count))
    : null;
}

/** As it reads: people and companies after an at sign, documents by their name alone. */
export function mentioned({ kind, label }: Readonly<Record<string, unknown>>): string {
  return kind === "document" ? textOf(label) : `@${textOf(label)}`;
}

/** Between 1 and 100. */
export function asSpan(value: unknown): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 1 && count <= widest ? count : 1;
}
