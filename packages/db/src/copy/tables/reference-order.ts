import type { ForeignKey, Table } from "./read-tables.ts";

type Referring = Pick<Table, "key" | "foreignKeys">;

export interface ReferenceOrder<Each> {
  /** Every table after those it refers to, as far as that is possible. */
  readonly tables: readonly Each[];
  /** By table, the foreign keys that point to itself or to a later one: their rows are there before what they refer to. */
  readonly late: ReadonlyMap<string, readonly ForeignKey[]>;
}

/**
 * The order in which tables are filled. A circle is cut where the reference may be null, if it can be cut there. What
 * refers to a table that is not among them does not matter.
 */
export function referenceOrder<Each extends Referring>(tables: readonly Each[]): ReferenceOrder<Each> {
  const waiting = [...tables];
  const placed: Each[] = [];
  const late = new Map<string, ForeignKey[]>();
  while (waiting.length > 0) {
    const next = nextOf(waiting);
    if (!next) break;
    const still = waiting.map(({ key }) => key);
    late.set(
      next.key,
      next.foreignKeys.filter(({ target }) => still.includes(target)),
    );
    waiting.splice(waiting.indexOf(next), 1);
    placed.push(next);
  }
  return { tables: placed, late };
}

function nextOf<Each extends Referring>(waiting: readonly Each[]): Each | undefined {
  const blocking = (table: Each) =>
    table.foreignKeys.filter(({ target }) => target !== table.key && waiting.some(({ key }) => key === target));
  return (
    waiting.find((table) => blocking(table).length === 0) ??
    waiting.find((table) => blocking(table).every(({ nullable }) => nullable.length > 0)) ??
    waiting[0]
  );
}
