import { createHash } from "node:crypto";
import { tooLarge } from "@guildhall/core";

export interface Measure {
  readonly size: number;
  readonly sha256: string;
}

/** Passes chunks on, counting and hashing them; throws `files.too-large` at the first byte beyond the limit. */
export class Measured implements AsyncIterable<Uint8Array> {
  readonly #chunks: AsyncIterable<Uint8Array>;
  readonly #limitBytes: number;
  readonly #hash = createHash("sha256");
  #size = 0;

  constructor(chunks: AsyncIterable<Uint8Array>, limitBytes: number) {
    this.#chunks = chunks;
    this.#limitBytes = limitBytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#chunks) {
      this.#size += chunk.length;
      if (this.#size > this.#limitBytes) throw tooLarge("files.too-large", { limit: this.#limitBytes });
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Once, when all has passed. */
  result(): Measure {
    return { size: this.#size, sha256: this.#hash.digest("hex") };
  }
}
