import { openTable } from "../reading/open-table.ts";
import type { ReadingHints, Source, TableItem } from "../reading/table.ts";

/** A source that hands out bytes in pieces of a size, from their start each time. */
export function sourceOf(bytes: Uint8Array | string, pieceSize = 65_536): Source {
  const buffer = Buffer.from(bytes);
  return {
    async *open() {
      for (let at = 0; at < buffer.length; at += pieceSize) yield buffer.subarray(at, at + pieceSize);
    },
  };
}

/** A table with every item that it has. */
export async function readAll(source: Source, hints: ReadingHints = {}, after = 0) {
  await using table = await openTable(source, hints);
  const items: TableItem[] = [];
  for await (const item of table.rows({ after })) items.push(item);
  return {
    table,
    items,
    rows: items.flatMap((item) => (item.kind === "row" ? [item] : [])),
    cells: items.flatMap((item) => (item.kind === "row" ? [[...item.cells]] : [])),
    broken: items.flatMap((item) => (item.kind === "broken" ? [item] : [])),
    empty: items.flatMap((item) => (item.kind === "empty" ? [item] : [])),
  };
}
