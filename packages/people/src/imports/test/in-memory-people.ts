import type { ImportRow } from "../mapping/import-row.ts";

export interface Outcome {
  rows: number;
  created: number;
  matched: number;
  conflicts: number;
  refused: number;
  empty: number;
}

/** People as their identities alone: what an import comes to by "match on any identity, then fill blanks". */
export class InMemoryPeople {
  readonly #holder = new Map<string, number>();
  readonly #identities: Set<string>[] = [];

  get count() {
    return this.#identities.length;
  }

  get identityCount() {
    return this.#holder.size;
  }

  withAtLeast(count: number) {
    return this.#identities.filter(({ size }) => size >= count).length;
  }

  take(row: ImportRow, outcome: Outcome): void {
    if (row.outcome === "empty") outcome.empty += 1;
    else if (row.outcome === "refused") outcome.refused += 1;
    else outcome[this.#settle(row.identities.map(({ kind, provider, value }) => `${kind} ${provider} ${value}`))] += 1;
  }

  #settle(keys: readonly string[]): "created" | "matched" | "conflicts" {
    const holders = new Set(keys.flatMap((key) => this.#holder.get(key) ?? []));
    if (holders.size > 1) return "conflicts";
    const [known] = holders;
    const person = known ?? this.#identities.push(new Set()) - 1;
    for (const key of keys) {
      this.#holder.set(key, person);
      this.#identities[person]?.add(key);
    }
    return known === undefined ? "created" : "matched";
  }
}
