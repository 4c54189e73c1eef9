import type { DocumentMark, DocumentNode } from "../../editor/document-node.ts";

interface How {
  /** White space stands as it was written. */
  readonly isExact: boolean;
  /** A break between two Chinese characters is no space. */
  readonly joinsLines: boolean;
}

/** Puts words that follow each other into one paragraph, until a block comes between them. */
export class Blocks {
  readonly #how: How;
  readonly #done: DocumentNode[] = [];
  #line: DocumentNode[] = [];

  constructor(how: How) {
    this.#how = how;
  }

  words(text: string, marks: readonly DocumentMark[]): void {
    const words = this.#how.isExact
      ? text
      : text.replace(/[\t\n\f\r ]+/g, (space) => (space.includes("\n") ? "\n" : " "));
    if (words !== "") this.inline({ type: "text", text: words }, marks);
  }

  inline(node: DocumentNode, marks: readonly DocumentMark[]): void {
    this.#line.push(marks.length > 0 ? { ...node, marks } : node);
  }

  block(...nodes: DocumentNode[]): void {
    this.end();
    this.#done.push(...nodes);
  }

  /** The line that was begun is a paragraph, unless nothing stands in it. */
  end(): void {
    const line = this.#how.isExact ? exactLine(this.#line) : this.#collapsed(this.#line);
    this.#line = [];
    if (line.length > 0) this.#done.push({ type: "paragraph", content: line });
  }

  done(): DocumentNode[] {
    this.end();
    return this.#done;
  }

  /** As a browser would show it: white space is one space, and none at either end of a line. */
  #collapsed(line: readonly DocumentNode[]): DocumentNode[] {
    const out: DocumentNode[] = [];
    let before = "\n";
    for (const [at, node] of line.entries()) {
      const isBreak = node.type === "hardBreak";
      if (isBreak) trimEnd(out);
      if (node.type !== "text") {
        out.push(node);
        before = isBreak ? "\n" : "x";
        continue;
      }
      const text = this.#spaced(node.text ?? "", before, firstLetter(line[at + 1]));
      if (text === "") continue;
      out.push({ ...node, text });
      before = [...text].at(-1) ?? before;
    }
    trimEnd(out);
    while (out.at(-1)?.type === "hardBreak") {
      out.pop();
      trimEnd(out);
    }
    return merged(out);
  }

  /** Text whose white space is single spaces, between what stands before it and the letter after it. */
  #spaced(text: string, before: string, after: string): string {
    return text.replace(/[ \n]+/g, (space, at: number) => {
      const last = at > 0 ? ([...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "") : before;
      if (last === " " || last === "\n") return "";
      const end = at + space.length;
      const next = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 32) : after;
      return space.includes("\n") && this.#how.joinsLines && isWide(last) && isWide(next) ? "" : " ";
    });
  }
}

function exactLine(line: readonly DocumentNode[]): DocumentNode[] {
  // Between two blocks that were written under each other.
  if (line.every(({ type, text, marks }) => type === "text" && text?.trim() === "" && text.includes("\n") && !marks))
    return [];
  return merged(line);
}

function merged(line: readonly DocumentNode[]): DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const node of line) {
    const last = out.at(-1);
    if (last?.type === "text" && node.type === "text" && sameMarks(last, node))
      out[out.length - 1] = { ...last, text: `${last.text ?? ""}${node.text ?? ""}` };
    else out.push(node);
  }
  return out;
}

function sameMarks({ marks: one = [] }: DocumentNode, { marks: other = [] }: DocumentNode): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function trimEnd(out: DocumentNode[]): void {
  const last = out.at(-1);
  if (last?.type !== "text" || !last.text?.endsWith(" ")) return;
  const text = last.text.slice(0, -1);
  if (text === "") out.pop();
  else out[out.length - 1] = { ...last, text };
}

function firstLetter(node: DocumentNode | undefined): string {
  return node?.type === "text" ? ([...(node.text ?? "")][0] ?? "") : "";
}

/** Chinese and Japanese characters and their signs: they are written without spaces. */
const isWide = (letter: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u.test(letter);
