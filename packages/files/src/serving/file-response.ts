import type { Readable } from "node:stream";
import { readRange } from "./byte-range.ts";
import { contentDisposition } from "./content-disposition.ts";
import type { OpenFile } from "./open-file.ts";

/**
 * Answers a GET or HEAD for a file: whole, one range of it, or that the client has it already. Whatever the bytes are,
 * under these headers no browser runs them as a page, a script or a style of ours.
 */
export async function fileResponse(file: OpenFile, request: Pick<Request, "method" | "headers">): Promise<Response> {
  const headers = new Headers({
    "Content-Type": file.mediaType,
    "Content-Disposition": contentDisposition(file.disposition, file.name),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": file.lasting ? "private, max-age=31536000, immutable" : "private, no-cache",
    // Whoever signs in next at this browser is not answered out of this one's cache.
    Vary: "Cookie",
    ETag: file.etag,
    "Accept-Ranges": "bytes",
  });
  if (isKnown(request.headers.get("If-None-Match"), file.etag)) return new Response(null, { status: 304, headers });

  const range = wantsPart(request.headers.get("If-Range"), file.etag)
    ? readRange(request.headers.get("Range"), file.size)
    : "all";
  if (range === "none") return unsatisfiable(headers, file.size);
  const part = range === "all" ? undefined : range;
  if (part) headers.set("Content-Range", `bytes ${part.start}-${part.end}/${file.size}`);
  headers.set("Content-Length", String(part ? part.end - part.start + 1 : file.size));
  const body = request.method === "HEAD" ? null : bodyOf(await file.read(part));
  return new Response(body, { status: part ? 206 : 200, headers });
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes("*") || known.includes(etag);
}

/** A range is of the bytes that the client has the rest of, or of none. */
function wantsPart(ifRange: string | null, etag: string): boolean {
  return ifRange === null || ifRange.trim() === etag;
}

function unsatisfiable(headers: Headers, size: number): Response {
  headers.set("Content-Range", `bytes */${size}`);
  headers.set("Cache-Control", "no-store");
  headers.delete("Content-Disposition");
  headers.set("Content-Type", "text/plain");
  return new Response(null, { status: 416, headers });
}

/** The stream as a body that reads only as fast as the client takes, and lets go of the file when it goes away. */
function bodyOf(stream: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        stream.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
