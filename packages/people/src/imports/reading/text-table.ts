import { readBytes } from "./bytes.ts";
import { decodeText } from "./decode-text.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { filledWidth, frameOf, frameRows } from "./frame.ts";
import { gatherEmpty } from "./gather-empty.ts";
import { limits } from "./limits.ts";
import { type RawRecord, RecordSplitter } from "./split-records.ts";
import type { BrokenRow, Encoding, ReadingHints, Row, RowNote, Source, Table } from "./table.ts";

/** Opens delimited text as a table. */
export async function openTextTable(source: Source, hints: ReadingHints): Promise<Table> {
  const encoding = hints.encoding ?? (await detectEncoding(source));
  const delimiter = hints.delimiter ?? (await delimiterOf(source, encoding));
  const frame = frameOf(await firstRows(recordsOf(source, encoding, new RecordSplitter(delimiter))), hints.headerRow);
  const width = frame.columns.length;
  let done = 0;

  return {
    format: "text",
    encoding,
    delimiter,
    sheet: null,
    sheets: [],
    headerRow: frame.headerRow,
    columns: frame.columns,
    notes: frame.notes,
    progress: () => ({ done, of: null }),
    async *rows({ after = 0 } = {}) {
      done = 0;
      const splitter = new RecordSplitter(delimiter, width);
      const records = recordsOf(source, encoding, splitter, (bytes) => {
        done += bytes;
      });
      const from = Math.max(after + 1, frame.firstRow);
      yield* gatherEmpty(rowsOf(records, { width, from, shortIsUsual: frame.shortIsUsual }));
    },
    close: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function delimiterOf(source: Source, encoding: Encoding) {
  let sample = "";
  let whole = true;
  for await (const text of decodeText(readBytes(source), encoding)) {
    sample += text;
    whole = sample.length < limits.sample;
    if (!whole) break;
  }
  return detectDelimiter(sample.slice(0, limits.sample), whole);
}

async function* recordsOf(
  source: Source,
  encoding: Encoding,
  splitter: RecordSplitter,
  onRead?: (bytes: number) => void,
): AsyncGenerator<RawRecord, void, undefined> {
  for await (const text of decodeText(readBytes(source, onRead), encoding)) yield* splitter.split(text, false);
  yield* splitter.split("", true);
}

async function firstRows(records: AsyncIterable<RawRecord>) {
  const rows: { number: number; cells: string[] }[] = [];
  let size = 0;
  for await (const { cells, number } of records) {
    if (!cells) continue;
    rows.push({ number, cells });
    size += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (rows.length === frameRows || size > 4 * limits.row) break;
  }
  return rows;
}

interface Shape {
  readonly width: number;
  readonly from: number;
  readonly shortIsUsual: boolean;
}

async function* rowsOf(
  records: AsyncIterable<RawRecord>,
  { width, from, shortIsUsual }: Shape,
): AsyncGenerator<Row | BrokenRow, void, undefined> {
  for await (const record of records) {
    if (record.number < from) continue;
    const { cells, number, line } = record;
    if (!cells) {
      const { column, code, excerpt } = record;
      yield { kind: "broken", number, line, column, code, excerpt };
    } else if (cells.length > width && filledWidth(cells) > width) {
      const excerpt = cells.join(" ").slice(0, 500);
      yield { kind: "broken", number, line, column: width, code: "imports.row-long", excerpt };
    } else {
      const notes = notesOn(cells, shortIsUsual ? 0 : width);
      while (cells.length < width) cells.push("");
      cells.length = width;
      yield notes.length > 0 ? { kind: "row", number, line, cells, notes } : { kind: "row", number, line, cells };
    }
  }
}

function notesOn(cells: readonly string[], width: number): RowNote[] {
  const notes: RowNote[] = [];
  if (cells.length < width) notes.push({ column: cells.length, code: "imports.row-short" });
  for (const [column, cell] of cells.entries())
    if (cell.includes("\ufffd")) notes.push({ column, code: "imports.cell-unreadable" });
  return notes;
}
