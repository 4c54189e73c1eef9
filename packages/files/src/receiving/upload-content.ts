import { Readable } from "node:stream";
import { unavailable } from "@guildhall/core";

/** Bytes as they arrive: a request's body, a stream of Node, or what is already in memory. */
export type UploadContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * The content in chunks. A stream can be read once: asked again for one (the transaction around it was repeated after
 * a deadlock), this refuses, where reading on would make an empty file.
 */
export function chunksOf(content: UploadContent): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) return Readable.from([content]);
  if (taken.has(content)) throw unavailable("files.upload-interrupted");
  taken.add(content);
  return content;
}

const taken = new WeakSet<AsyncIterable<Uint8Array>>();
