import { limits } from "./limits.ts";
import type { BrokenRowCode } from "./table.ts";

/** A record of delimited text: its cells, or why it has none. Both numbers count from 1. */
export type RawRecord =
  | { readonly cells: string[]; readonly number: number; readonly line: number }
  | {
      readonly cells: null;
      readonly number: number;
      readonly line: number;
      readonly column: number;
      readonly code: BrokenRowCode;
      readonly excerpt: string;
    };

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/**
 * Delimited text, taken piece by piece, as records (RFC 4180, and what people write instead). A quote that is never
 * closed costs the line it stands on, not the rest of the file, and no record grows past `limits.row`.
 */
export class RecordSplitter {
  /** How many cells a record has by rights: what a quote swallowed is recognised by it. */
  width: number | null;
  readonly #delimiter: number;
  #text = "";
  #number = 1;
  #line = 1;
  #skipping = false;

  constructor(delimiter: string, width: number | null = null) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.width = width;
  }

  /** The records that end in this piece. `last` ends the text. */
  *split(piece: string, last: boolean): Generator<RawRecord, void, undefined> {
    this.#text = this.#text === "" ? piece : this.#text + piece;
    let at = 0;
    for (;;) {
      if (this.#skipping) {
        const next = this.#afterLine(at, last);
        if (next === null) {
          at = this.#text.length;
          break;
        }
        this.#skipping = false;
        this.#line += 1;
        at = next;
      }
      if (at >= this.#text.length) break;
      const found = this.#read(at, last);
      if (found === null) break;
      at = found.next;
      if (found.record) yield found.record;
    }
    this.#text = this.#text.slice(at);
  }

  /** One record from `start`, or null where the text so far does not hold all of it. */
  #read(start: number, last: boolean): Step | null {
    const scan = new Scan(this.#text, this.#delimiter, start, last);
    const outcome = scan.run();
    if (outcome === "more") return this.#waitOrRefuse(scan, start);
    if (outcome === "stray" || outcome === "unclosed") return this.#refuseQuote(scan, start, outcome);
    if (scan.at - start > limits.row)
      return this.#refuse("imports.row-too-large", scan.cells.length, start, scan.at, scan.lines);
    if (this.#swallowed(scan)) return this.#refuseQuote(scan, start, "unclosed");
    const record = { cells: scan.cells, number: this.#number, line: this.#line };
    this.#number += 1;
    this.#line += scan.lines;
    return { record: scan.cells.length === 1 && scan.cells[0] === "" ? null : record, next: scan.at };
  }

  #waitOrRefuse(scan: Scan, start: number): Step | null {
    if (this.#text.length - start <= limits.row) return null;
    if (scan.quoteAt !== null && endOfLine(this.#text, scan.quoteAt) !== -1)
      return this.#refuseQuote(scan, start, "unclosed");
    this.#skipping = true;
    return this.#refuse("imports.row-too-large", scan.cells.length, start, this.#text.length, 0);
  }

  /** Refuses the record up to the end of the line on which the quote was opened. */
  #refuseQuote(scan: Scan, start: number, outcome: "stray" | "unclosed"): Step {
    const opened = scan.quoteAt ?? start;
    const next = this.#afterLine(opened, true) ?? this.#text.length;
    const oneLine = outcome === "stray" && scan.at <= next;
    const lines = Math.max(1, countLines(this.#text, start, next));
    return this.#refuse(
      oneLine ? "imports.quote-stray" : "imports.quote-unclosed",
      scan.quoteColumn,
      start,
      next,
      lines,
    );
  }

  #refuse(code: BrokenRowCode, column: number, start: number, next: number, lines: number): Step {
    const excerpt = this.#text.slice(start, Math.min(next, start + 500)).trimEnd();
    const record = { cells: null, number: this.#number, line: this.#line, column, code, excerpt } as const;
    this.#number += 1;
    this.#line += lines;
    return { record, next };
  }

  /** A record over several lines has too few or too many cells, and one of those lines would be a record by itself. */
  #swallowed({ cells, linesWithin }: Scan): boolean {
    const { width } = this;
    if (width === null || width < 2 || linesWithin === null || cells.length === width) return false;
    const [from, to] = linesWithin;
    const delimiter = String.fromCharCode(this.#delimiter);
    const [, ...following] = this.#text.slice(from, to).split(/\r\n|\r|\n/);
    return following.some((line) => line.split(delimiter).length === width);
  }

  /** Where the line after this place begins; null if the text does not say yet. */
  #afterLine(at: number, last: boolean): number | null {
    const end = endOfLine(this.#text, at);
    if (end === -1) return last ? this.#text.length : null;
    if (this.#text.charCodeAt(end) !== carriageReturn) return end + 1;
    if (end + 1 === this.#text.length && !last) return null;
    return this.#text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
  }
}

interface Step {
  readonly record: RawRecord | null;
  readonly next: number;
}

/** Reads one record's cells; stands behind it when done. */
class Scan {
  readonly cells: string[] = [];
  at: number;
  lines = 1;
  /** The quote that was opened last, and the cell it opened. */
  quoteAt: number | null = null;
  quoteColumn = 0;
  /** The newest quoted cell that goes over lines. */
  linesWithin: readonly [number, number] | null = null;
  readonly #text: string;
  readonly #delimiter: number;
  readonly #last: boolean;

  constructor(text: string, delimiter: number, start: number, last: boolean) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.at = start;
    this.#last = last;
  }

  run(): "whole" | "more" | "stray" | "unclosed" {
    for (;;) {
      const opening = this.#openingQuote();
      const outcome = opening === null ? this.#plainCell() : this.#quotedCell(opening);
      if (outcome !== "next") return outcome;
    }
  }

  /** A quote at the start of a cell, with or without spaces before it. */
  #openingQuote(): number | null {
    let at = this.at;
    while (this.#text.charCodeAt(at) === space) at += 1;
    if (this.#text.charCodeAt(at) !== quote) return null;
    return at === this.at || this.#closesOnItsLine(at) ? at : null;
  }

  #closesOnItsLine(opening: number): boolean {
    const close = closingQuote(this.#text, opening);
    const end = endOfLine(this.#text, opening);
    if (close === -1 || (end !== -1 && close > end)) return false;
    return this.#ends(this.#text.charCodeAt(skipSpaces(this.#text, close + 1)));
  }

  #ends(code: number): boolean {
    return code === this.#delimiter || code === lineFeed || code === carriageReturn || Number.isNaN(code);
  }

  #plainCell(): "next" | "whole" | "more" {
    const text = this.#text;
    const start = this.at;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter) {
        this.cells.push(text.slice(start, at));
        this.at = at + 1;
        return "next";
      }
      if (code === lineFeed || code === carriageReturn) {
        this.cells.push(text.slice(start, at));
        return this.#endRecord(at);
      }
    }
    if (!this.#last) return "more";
    this.cells.push(text.slice(start));
    this.at = text.length;
    return "whole";
  }

  #quotedCell(opening: number): "next" | "whole" | "more" | "stray" | "unclosed" {
    const text = this.#text;
    this.quoteAt = opening;
    this.quoteColumn = this.cells.length;
    const close = closingQuote(text, opening);
    if (close === -1 || (close + 1 === text.length && !this.#last)) return this.#last ? "unclosed" : "more";
    const at = skipSpaces(text, close + 1);
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) && !this.#last) return "more";
    this.at = at;
    if (!this.#ends(code)) return "stray";
    this.cells.push(this.#unquoted(opening + 1, close));
    if (code === this.#delimiter) {
      this.at = at + 1;
      return "next";
    }
    if (!Number.isNaN(code)) return this.#endRecord(at);
    this.at = text.length;
    return "whole";
  }

  #unquoted(from: number, to: number): string {
    const cell = this.#text.slice(from, to);
    if (cell.includes("\n") || cell.includes("\r")) {
      this.lines += countLines(cell, 0, cell.length);
      this.linesWithin = [from, to];
    }
    return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
  }

  #endRecord(at: number): "whole" | "more" {
    if (this.#text.charCodeAt(at) === lineFeed) {
      this.at = at + 1;
      return "whole";
    }
    if (at + 1 === this.#text.length && !this.#last) return "more";
    this.at = this.#text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
    return "whole";
  }
}

/** The quote that closes the cell opened at `opening`; -1 if none does. */
function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== quote) return at;
  return -1;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === space) at += 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return -1;
}

/** Line ends between two places; "\r\n" is one. */
function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count += 1;
  }
  return count;
}
