import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { invalid, tooLarge } from "@guildhall/core";
import { longestLine } from "../format/longest-line.ts";

const batchLines = 1_000;
const batchChars = 1024 * 1024;

/** The lines of a folder's numbered parts, some at a time; of a folder that is not there, none. */
export async function* batchesOf(folder: string): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let chars = 0;
  for (const name of await partsIn(folder)) {
    for await (const line of linesOf(join(folder, name))) {
      batch.push(line);
      chars += line.length;
      if (batch.length < batchLines && chars < batchChars) continue;
      yield batch;
      batch = [];
      chars = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

async function partsIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** A file's lines. One that is not ended, not UTF-8 or longer than any row may be is the archive's fault. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let begun: string[] = [];
  let length = 0;
  for await (const piece of createReadStream(path)) {
    const [first = "", ...rest] = decoded(decoder, piece).split("\n");
    length += first.length;
    if (length > longestLine) throw tooLarge("transfer.line-too-long");
    begun.push(first);
    for (const next of rest) {
      yield begun.join("");
      begun = [next];
      length = next.length;
    }
  }
  if (length > 0 || decoded(decoder) !== "") throw invalid("transfer.line-malformed");
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw invalid("transfer.line-malformed");
  }
}
