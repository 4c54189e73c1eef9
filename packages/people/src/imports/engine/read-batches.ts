import { readPerson } from "../mapping/read-person.ts";
import type { Mapping } from "../mapping/target.ts";
import type { Table } from "../reading/table.ts";
import type { BatchItem } from "./plan/plan-batch.ts";

export interface Batch {
  readonly items: readonly BatchItem[];
  /** The last row in it: with it written, everything up to there is done. */
  readonly last: number;
  readonly progress: { readonly done: number; readonly of: number | null };
}

export interface BatchSize {
  readonly rows: number;
  /** Characters of its cells: rows may be long. */
  readonly characters: number;
}

const batchSize: BatchSize = { rows: 5_000, characters: 4_000_000 };

/** The rows of a file below `after`, read as people, some thousand at a time. */
export async function* readBatches(
  table: Table,
  { mapping, after, size = batchSize }: { mapping: Mapping; after: number; size?: BatchSize },
): AsyncGenerator<Batch, void, undefined> {
  let items: BatchItem[] = [];
  let characters = 0;
  let last = after;
  for await (const item of table.rows({ after })) {
    if (item.kind === "row") {
      items.push({ kind: "row", row: readPerson(item, mapping), cells: item.cells });
      for (const cell of item.cells) characters += cell.length;
    } else items.push(item);
    last = item.kind === "empty" ? item.number + item.count - 1 : item.number;
    if (items.length < size.rows && characters < size.characters) continue;
    yield { items, last, progress: table.progress() };
    items = [];
    characters = 0;
  }
  if (items.length > 0) yield { items, last, progress: table.progress() };
}

/** The same, with the next batch read while the one before is being written: one works in Node, the other in PostgreSQL. */
export async function* ahead<Item>(
  items: AsyncGenerator<Item, void, undefined>,
): AsyncGenerator<Item, void, undefined> {
  try {
    let next = items.next();
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      next.catch(() => undefined); // told when it is asked for
      yield value;
    }
  } finally {
    await items.return();
  }
}
