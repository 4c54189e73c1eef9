import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

type Range = { from: number; to: number };

/** Which letters and parts of a room: stretches of the numbers that each page of it gave to what it put there. */
export class IdRanges {
  readonly #clients = new Map<number, Range[]>();

  add(client: number, from: number, to: number): void {
    const ranges = this.#clients.get(client);
    if (!ranges) {
      this.#clients.set(client, [{ from, to }]);
      return;
    }
    // All that it touches becomes one with it.
    let first = placeOf(ranges, from);
    if (first > 0 && (ranges[first - 1]?.to ?? -1) >= from) first -= 1;
    let last = first;
    const whole = { from, to };
    for (let next = ranges[last]; next && next.from <= to; next = ranges[last]) {
      whole.from = Math.min(whole.from, next.from);
      whole.to = Math.max(whole.to, next.to);
      last += 1;
    }
    ranges.splice(first, last - first, whole);
  }

  addAll(others: IdRanges): void {
    for (const [client, ranges] of others.#clients) for (const { from, to } of ranges) this.add(client, from, to);
  }

  has(client: number, clock: number): boolean {
    const ranges = this.#clients.get(client);
    return ranges !== undefined && (ranges[placeOf(ranges, clock + 1) - 1]?.to ?? -1) > clock;
  }

  get isEmpty(): boolean {
    return this.#clients.size === 0;
  }

  encode(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, this.#clients.size);
      for (const [client, ranges] of this.#clients) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, ranges.length);
        let before = 0;
        for (const { from, to } of ranges) {
          encoding.writeVarUint(encoder, from - before);
          encoding.writeVarUint(encoder, to - from);
          before = to;
        }
      }
    });
  }

  static decode(bytes: Uint8Array): IdRanges {
    const found = new IdRanges();
    if (bytes.length === 0) return found;
    const decoder = decoding.createDecoder(Uint8Array.from(bytes));
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const client = decoding.readVarUint(decoder);
      const ranges: Range[] = [];
      let before = 0;
      for (let count = decoding.readVarUint(decoder); count > 0; count--) {
        const from = before + decoding.readVarUint(decoder);
        before = from + decoding.readVarUint(decoder);
        ranges.push({ from, to: before });
      }
      found.#clients.set(client, ranges);
    }
    return found;
  }
}

/** How many of them begin before `clock`. */
function placeOf(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? Number.POSITIVE_INFINITY) < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
