import type { Figure } from "./figure.ts";
import { say } from "./progress.ts";
import { type Row, table } from "./table.ts";

export interface Outcome {
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

export type Bench = () => Promise<Outcome>;

/** Prints what was measured, what of it misses its bar, and last the line that programs read. */
export function report(bench: string, { head, rows, figures }: Outcome): void {
  say(`\n${table(head, rows)}\n`);
  for (const { name, value, unit, bar, met, against } of figures)
    say(
      `  ${met ? "✓" : "✗ MISSED"} ${name}: ${value} ${unit} (${bar.startsWith("goal") ? bar : `bar ${bar}`}), against ${against}`,
    );
  say(JSON.stringify({ bench, figures }));
}
