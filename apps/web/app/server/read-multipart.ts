import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { unavailable } from "@guildhall/core";

export interface PostedFile {
  /** Of the form's field. */
  readonly name: string;
  /** As whoever sent it calls it: the last part of a path at most, whatever signs are in it. */
  readonly filename: string;
  readonly data: AsyncIterable<Uint8Array>;
}

const mostText = 10_000;

/**
 * A posted form, read as it arrives: each file is given to `take`, and what follows it is read once that has what it
 * wants. Throws `files.upload-interrupted` where the form breaks off or is none.
 */
export async function readMultipart(request: Request, take: (file: PostedFile) => Promise<void>): Promise<FormData> {
  const form = new FormData();
  const { body, headers } = request;
  const reader = readerOf(headers.get("content-type") ?? "");
  const open = new Set<Readable>();
  const taken: Promise<void>[] = [];
  reader.on("field", (name, value) => form.append(name, value));
  reader.on("file", (name, stream, filename) => {
    open.add(stream);
    const content = { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) };
    taken.push(
      take({ name, filename: filename ?? "", data: content }).finally(() => {
        open.delete(stream);
        // What nobody wanted goes by, so that what follows it arrives.
        stream.resume();
      }),
    );
  });
  try {
    await pipeline(body ? Readable.from(chunksOf(body)) : Readable.from([]), reader);
    await Promise.all(taken);
  } catch (error) {
    const broken = unavailable("files.upload-interrupted");
    for (const stream of open) stream.destroy(broken);
    await Promise.allSettled(taken);
    throw Object.assign(broken, { cause: error });
  }
  return form;
}

function readerOf(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { fieldSize: mostText, fieldNameSize: 200, fields: 1_000, parts: 2_000 },
    });
  } catch {
    throw unavailable("files.upload-interrupted"); // a form without the sign that parts it
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
