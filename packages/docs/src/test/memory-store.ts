import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { FileStore } from "@guildhall/files";

/** A red dot: the smallest picture that is one. */
export const tinyPicture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==",
  "base64",
);

/** A store that forgets with the process. */
export function memoryStore(): FileStore {
  const kept = new Map<string, Buffer>();
  return {
    put: async (content, key) => {
      kept.set(key, await buffer(Readable.from(content)));
    },
    get: async (key, range) => {
      const whole = kept.get(key);
      if (!whole) return null;
      const part = range ? whole.subarray(range.start, range.end + 1) : whole;
      return { stream: Readable.from([part]), size: part.length };
    },
    exists: async (key) => kept.has(key),
    delete: async (key) => {
      kept.delete(key);
    },
    async *list() {
      yield* [];
    },
    discardUnfinished: async () => undefined,
  };
}
