import type { CellProblem, Tally } from "./row-outcome.ts";

const mostKinds = 200;
const mostExamples = 4;

/** Counts what is wrong by column and reason: two hundred rows that lack the same thing are one sentence. */
export class ProblemTally {
  readonly #kinds = new Map<string, { column: number; code: string; count: number; examples: string[] }>();

  add(problems: readonly CellProblem[]): void {
    for (const { column, code, written } of problems) {
      const key = `${column} ${code}`;
      let kind = this.#kinds.get(key);
      if (!kind) {
        if (this.#kinds.size >= mostKinds) continue;
        kind = { column, code, count: 0, examples: [] };
        this.#kinds.set(key, kind);
      }
      kind.count++;
      if (written !== "" && kind.examples.length < mostExamples && !kind.examples.includes(written))
        kind.examples.push(written.slice(0, 80));
    }
  }

  /** What happens most often first. */
  result(): Tally[] {
    return [...this.#kinds.values()].sort((left, right) => right.count - left.count);
  }
}
