import { z } from "zod";

/** A file that can be read again from its start: a dry run, a run and a run that resumes each read it. */
export type Source =
  | { readonly path: string }
  | { readonly open: () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>> };

export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030", "windows-1252"] as const;
export const encodingSchema = z.enum(encodings);
export type Encoding = z.infer<typeof encodingSchema>;

export const delimiters = [",", ";", "\t", "|"] as const;
export const delimiterSchema = z.enum(delimiters);
export type Delimiter = z.infer<typeof delimiterSchema>;

/** What somebody said where detection was wrong. Row 0 as the header: the first row is data already. */
export const readingHintsSchema = z.object({
  encoding: encodingSchema.optional(),
  delimiter: delimiterSchema.optional(),
  /** The sheet's place in the workbook, from 0. */
  sheet: z.int().min(0).max(999).optional(),
  headerRow: z.int().min(0).max(1_000).optional(),
});
export type ReadingHints = z.infer<typeof readingHintsSchema>;

/** A file opened as rows under named columns. Closing it removes what was spooled; `await using` does it. */
export interface Table extends AsyncDisposable {
  readonly format: "text" | "xlsx";
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** The sheet that is read, among all of the workbook; null and none for text. */
  readonly sheet: number | null;
  readonly sheets: readonly Sheet[];
  /** The row that names the columns, counted from 1; null where no row does. */
  readonly headerRow: number | null;
  /** Never two of the same name and none without: "Phone (2)", and the letter of the column where a name is missing. */
  readonly columns: readonly string[];
  /** What was mended in the columns' names, each with its column. */
  readonly notes: readonly TableNote[];
  /** Bytes read from the source so far by the newest `rows`, for progress; counts unpacked bytes in a workbook. */
  readonly progress: () => { readonly done: number; readonly of: number | null };
  /** Every row below the header, in order; with `after`, only those whose number is greater. */
  rows(options?: { readonly after?: number }): AsyncGenerator<TableItem, void, undefined>;
  close(): Promise<void>;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
}

export interface TableNote {
  readonly column: number;
  readonly code: "imports.header-doubled" | "imports.header-empty";
}

export type TableItem = Row | EmptyRows | BrokenRow;

/** How a workbook holds a cell. Text files have text alone. */
export type CellKind = "text" | "number" | "date" | "date-time" | "boolean" | "error";

/** A row with something in it: as many cells as there are columns, each as it is written ("" where nothing is). */
export interface Row {
  readonly kind: "row";
  /** As a spreadsheet counts the file's rows, from 1; unique, rising, and the place to resume after. */
  readonly number: number;
  /** The line on which it starts, as a text editor counts; the row's number in a workbook. */
  readonly line: number;
  readonly cells: readonly string[];
  /** For a workbook. */
  readonly kinds?: readonly CellKind[];
  readonly notes?: readonly RowNote[];
}

/** The row was read, yet somebody should look. */
export interface RowNote {
  readonly column: number;
  readonly code: "imports.row-short" | "imports.cell-unreadable";
}

/** One or more rows with nothing in them, from `number` on. */
export interface EmptyRows {
  readonly kind: "empty";
  readonly number: number;
  readonly line: number;
  readonly count: number;
}

/** A row that cannot be read. What follows is read all the same. */
export interface BrokenRow {
  readonly kind: "broken";
  readonly number: number;
  readonly line: number;
  /** Where in the row it went wrong, from 0. */
  readonly column: number;
  readonly code: BrokenRowCode;
  /** The row's beginning as it is written, for the list of refused rows. */
  readonly excerpt: string;
}

export const brokenRowCodes = [
  "imports.quote-unclosed",
  "imports.quote-stray",
  "imports.row-long",
  "imports.row-too-large",
] as const;
export type BrokenRowCode = (typeof brokenRowCodes)[number];
