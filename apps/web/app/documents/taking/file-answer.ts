import type { MadeFile } from "@guildhall/docs";
import { contentDisposition } from "@guildhall/files";

/** A file that was made for whoever asked, and for nobody else: it is saved, never shown as a page of ours. */
export function fileAnswer({ name, mediaType, content }: MadeFile): Response {
  const body = content instanceof Uint8Array ? new Uint8Array(content) : webStream(content);
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition("attachment", name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
      ...(content instanceof Uint8Array && { "Content-Length": String(content.length) }),
    },
  });
}

function webStream(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
