import { limits } from "../limits.ts";
import { refuseFile } from "../refuse-file.ts";
import { unescapeText } from "./cell-text.ts";
import { readXml } from "./read-xml.ts";

/** A workbook's shared strings, as bytes side by side: a million of them are a few blocks to the collector. */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  #used = 0;
  #ends = new Uint32Array(1024);
  #count = 0;

  /** The text at a place; null where none is, or one too large for a cell. */
  at(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const end = this.#ends[index] ?? 0;
    if (end - start > limits.cell * 3) return null;
    return this.#slice(start, end);
  }

  push(text: string): void {
    const bytes = Buffer.from(text, "utf8");
    if (this.#used + bytes.length > limits.strings || this.#count >= limits.stringCount)
      throw refuseFile("imports.unpacks-too-large");
    for (let from = 0; from < bytes.length; ) {
      const offset = this.#used % blockSize;
      if (offset === 0) this.#blocks.push(Buffer.allocUnsafeSlow(blockSize));
      const copied = bytes.copy(this.#blocks.at(-1) ?? bytes, offset, from, from + blockSize - offset);
      from += copied;
      this.#used += copied;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  #slice(start: number, end: number): string {
    const first = Math.floor(start / blockSize);
    const block = this.#blocks[first];
    if (!block || start === end) return "";
    const offset = start % blockSize;
    if (offset + end - start <= blockSize) return block.toString("utf8", offset, offset + end - start);
    const parts = this.#blocks.slice(first, Math.floor((end - 1) / blockSize) + 1);
    return Buffer.concat(parts).toString("utf8", offset, offset + end - start);
  }
}

const blockSize = 1024 * 1024;

/** Reads the table of shared strings. Rich text is its runs put together; readings above characters are left out. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = "";
  let inText = false;
  let inReading = false;
  const reading = readXml(bytes, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") inText = !inReading;
      else if (name === "rPh") inReading = true;
    },
    text(piece) {
      if (inText) text += piece;
      if (text.length > limits.xmlText) throw refuseFile("imports.unpacks-too-large");
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
      else if (name === "si") strings.push(unescapeText(text));
    },
  });
  while (!(await reading.next()).done);
  return strings;
}
