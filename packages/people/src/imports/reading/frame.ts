import { detectHeader, nameColumns } from "./detect-header.ts";
import { limits } from "./limits.ts";
import { refuseFile } from "./refuse-file.ts";
import type { TableNote } from "./table.ts";

/** Where a table's names and rows lie. */
export interface Frame {
  /** The row of the names; null where there is none. */
  readonly headerRow: number | null;
  /** The first row that may be data. */
  readonly firstRow: number;
  readonly columns: readonly string[];
  readonly notes: readonly TableNote[];
  /** The file leaves out empty cells at the ends of its rows, so that a short row says nothing. */
  readonly shortIsUsual: boolean;
}

interface FirstRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** How many rows the frame is drawn from. */
export const frameRows = 60;

/** Finds names and columns in a file's first rows; `hint` is the row said to hold the names, 0 for none. */
export function frameOf(first: readonly FirstRow[], hint: number | undefined): Frame {
  const detected = detectHeader(first.map(({ cells }) => cells));
  const header =
    hint === undefined
      ? detected === null
        ? undefined
        : first[detected]
      : first.find(({ number }) => number === hint);
  const firstRow = header ? header.number + 1 : hint === 0 ? 1 : (first[0]?.number ?? 1);
  const data = first.filter(({ number }) => number >= firstRow).map(({ cells }) => filledWidth(cells));
  const width = Math.max(header ? filledWidth(header.cells) : 0, usualWidth(data), header ? 0 : Math.max(0, ...data));
  if (width > limits.columns) throw refuseFile("imports.columns-too-many", { most: limits.columns });
  if (width === 0) throw refuseFile("imports.file-empty");
  const written = first.filter(({ number }) => number >= firstRow).map(({ cells }) => cells.length);
  return {
    headerRow: header?.number ?? null,
    firstRow,
    ...nameColumns(header?.cells ?? null, width),
    shortIsUsual: written.filter((count) => count < width).length > written.length / 5,
  };
}

/** How many cells there are up to the last with something in it. */
export function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

/** The width that most rows have; a row that is longer by mistake widens nothing. */
function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of counts) if (count > widths.length / 2) usual = width;
  return usual;
}
