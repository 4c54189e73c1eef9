import type { BrokenRow, Row, TableItem } from "./table.ts";

/** Puts rows with nothing in them together, so that a million of them are one thing to hand on. */
export async function* gatherEmpty(rows: AsyncIterable<Row | BrokenRow>): AsyncGenerator<TableItem, void, undefined> {
  let count = 0;
  let first = { number: 0, line: 0 };
  for await (const row of rows) {
    if (row.kind === "row" && row.cells.every(isBlank)) {
      if (count === 0) first = { number: row.number, line: row.line };
      count += 1;
      continue;
    }
    if (count > 0) yield { kind: "empty", ...first, count };
    count = 0;
    yield row;
  }
  if (count > 0) yield { kind: "empty", ...first, count };
}

const isBlank = (cell: string) => cell === "" || cell.trim() === "";
