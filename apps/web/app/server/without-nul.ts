import { Transform } from "node:stream";

/**
 * Takes out the NUL bytes that React 18 leaves in a streamed page: where a character of several bytes does not fit into
 * the rest of its 2,048-byte buffer, it sends the whole buffer, zeros and all, and begins the character in the next
 * (writeStringChunk in ReactServerStreamConfigNode; mended in React 19). No character of UTF-8 but NUL itself has a zero
 * byte, and NUL has no place in HTML.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
    flush: (done) => done(),
  });
}
