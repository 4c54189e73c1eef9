import { filledWidth, frameOf, frameRows } from "../frame.ts";
import { gatherEmpty } from "../gather-empty.ts";
import { refuseFile } from "../refuse-file.ts";
import type { BrokenRow, CellKind, ReadingHints, Row, Source, Table, TableItem } from "../table.ts";
import { openPackage, type PackageFile } from "./package-file.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheetRows, type SheetContext } from "./sheet-rows.ts";
import { readStyles } from "./styles.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";

/** Opens a sheet of a workbook as a table; without a hint, the one that holds most. */
export async function openWorkbook(source: Source, hints: ReadingHints): Promise<Table> {
  const file = await openPackage(source);
  try {
    return await openSheet(file, hints);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openSheet(file: PackageFile, hints: ReadingHints): Promise<Table> {
  const workbook = await readWorkbook(file);
  const context: SheetContext = {
    strings: workbook.stringsPart === null ? null : await readSharedStrings(file.read(workbook.stringsPart)),
    styles: await readStyles(file, workbook.stylesPart),
    system: workbook.dates1904 ? 1904 : 1900,
  };
  const index = hints.sheet ?? (await fullestSheet(file, workbook, context));
  const sheet = workbook.sheets[index];
  if (!sheet) throw refuseFile("imports.sheet-missing");
  const frame = frameOf(await firstRows(file, sheet.part, context), hints.headerRow);
  let done = 0;

  return {
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sheet: index,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    headerRow: frame.headerRow,
    columns: frame.columns,
    notes: frame.notes,
    progress: () => ({ done, of: file.sizeOf(sheet.part) }),
    async *rows({ after = 0 } = {}) {
      done = 0;
      const counted = counting(file.read(sheet.part), (bytes) => {
        done += bytes;
      });
      const from = Math.max(after + 1, frame.firstRow);
      yield* withoutEmptyEnd(gatherEmpty(fitRows(readSheetRows(counted, context), from, frame.columns.length)));
    },
    close: () => file.close(),
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** Which sheet holds the most cells in its first rows; hidden ones only where no other holds any. */
async function fullestSheet(file: PackageFile, { sheets }: Workbook, context: SheetContext): Promise<number> {
  if (sheets.length === 1) return 0;
  let best = { index: 0, filled: -1 };
  for (const [index, { part, hidden }] of sheets.slice(0, 50).entries()) {
    let filled = hidden ? 0 : 1;
    let rows = 0;
    for await (const row of readSheetRows(file.read(part), context)) {
      if (row.kind === "row" && !hidden) filled += row.cells.filter((cell) => cell !== "").length;
      rows += 1;
      if (rows === 2_000) break;
    }
    if (filled > best.filled) best = { index, filled };
  }
  return best.index;
}

async function firstRows(file: PackageFile, part: string, context: SheetContext) {
  const rows: Row[] = [];
  for await (const row of readSheetRows(file.read(part), context)) {
    if (row.kind === "row" && row.cells.length > 0) rows.push(row);
    if (rows.length === frameRows) break;
  }
  return rows;
}

/** Rows from a number on, each as wide as the table. */
async function* fitRows(
  rows: AsyncIterable<Row | BrokenRow>,
  from: number,
  width: number,
): AsyncGenerator<Row | BrokenRow, void, undefined> {
  for await (const row of rows) {
    if (row.number < from) continue;
    if (row.kind === "broken") {
      yield row;
    } else if (filledWidth(row.cells) > width) {
      const { number, line } = row;
      const excerpt = row.cells.join(" ").slice(0, 500);
      yield { kind: "broken", number, line, column: width, code: "imports.row-long", excerpt };
    } else {
      const blanks = Math.max(0, width - row.cells.length);
      const cells = [...row.cells.slice(0, width), ...Array.from({ length: blanks }, () => "")];
      const kinds = [...(row.kinds ?? []).slice(0, width), ...Array.from({ length: blanks }, (): CellKind => "text")];
      yield { ...row, cells, kinds };
    }
  }
}

/** Rows that were once formatted and hold nothing below the last that holds something: nobody sees them. */
async function* withoutEmptyEnd(items: AsyncIterable<TableItem>): AsyncGenerator<TableItem, void, undefined> {
  let held: TableItem[] = [];
  for await (const item of items) {
    if (item.kind === "empty") {
      held.push(item);
      continue;
    }
    yield* held;
    held = [];
    yield item;
  }
}

async function* counting(pieces: AsyncIterable<Uint8Array>, onRead: (bytes: number) => void) {
  for await (const piece of pieces) {
    onRead(piece.length);
    yield piece;
  }
}
