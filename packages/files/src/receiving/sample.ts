/** Enough for every signature that is looked for, and for what stands first in an office document. */
const sampleBytes = 64 * 1024;

export interface Sampled {
  readonly sample: Buffer;
  /** Whether the sample is all there is. */
  readonly complete: boolean;
  /** Everything from the first byte on, the sample included. To be read once, or released. */
  readonly whole: AsyncIterable<Uint8Array>;
  /** Lets go of a source that will not be read. */
  release(): Promise<void>;
}

/** Reads the beginning of a stream without losing it. */
export async function takeSample(chunks: AsyncIterable<Uint8Array>): Promise<Sampled> {
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  while (length < sampleBytes && !complete) {
    const next = await source.next();
    if (next.done) complete = true;
    else {
      first.push(next.value);
      length += next.value.length;
    }
  }
  const release = async () => {
    await source.return?.();
  };
  const sample = Buffer.concat(first, Math.min(length, sampleBytes));
  return { sample, complete, whole: continued(first, source, release), release };
}

async function* continued(
  first: Uint8Array[],
  source: AsyncIterator<Uint8Array>,
  release: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first.splice(0);
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await release();
  }
}
