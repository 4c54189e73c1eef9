/** A document, or a part of one, as JSON: what tiptap and ProseMirror read and write. */
export interface DocumentNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly DocumentNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly DocumentMark[] | undefined;
}

export interface DocumentMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** Where in a room's Y.Doc the document stands. */
export const documentField = "document";

export const calloutKinds = ["info", "idea", "warning", "done"] as const;
export type CalloutKind = (typeof calloutKinds)[number];

export const documentMentionKinds = ["person", "company", "document"] as const;
export type DocumentMentionKind = (typeof documentMentionKinds)[number];

export const codeLanguages = [
  "bash",
  "css",
  "go",
  "java",
  "javascript",
  "json",
  "markdown",
  "python",
  "sql",
  "typescript",
  "xml",
  "yaml",
] as const;

/** An attribute that should be text; "" for anything else. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** One of these, or the first: whatever else was written by somebody who did not use this editor. */
export function oneOf<Known extends string>(known: readonly [Known, ...Known[]], value: unknown): Known {
  return known.find((each) => each === value) ?? known[0];
}
