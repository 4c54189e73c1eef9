import { createReadStream } from "node:fs";
import type { Source } from "./table.ts";

const pieceSize = 256 * 1024;

/** The source's bytes from its start, in pieces of bounded size. */
export async function* readBytes(
  source: Source,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = "path" in source ? createReadStream(source.path, { highWaterMark: pieceSize }) : await source.open();
  for await (const chunk of stream as AsyncIterable<Uint8Array>)
    for (let at = 0; at < chunk.length; at += pieceSize) {
      const piece = chunk.subarray(at, at + pieceSize);
      onRead(piece.length);
      yield piece;
    }
}

/** The first bytes of a source, at most `most`. */
export async function readStart(source: Source, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of readBytes(source)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}
