/** A cell by its place: row and column, counted from 0. */
export type CellPlace = { readonly row: number; readonly column: number };
type Size = { readonly rows: number; readonly columns: number /** Rows that fit in sight. */; readonly page: number };
type Press = { readonly key: string; readonly ctrl: boolean };

/** Where a key leads in a grid, as in a spreadsheet; undefined for a key that leads nowhere. */
export function cellStep({ key, ctrl }: Press, at: CellPlace, { rows, columns, page }: Size): CellPlace | undefined {
  if (rows === 0 || columns === 0) return undefined;
  const last = { row: rows - 1, column: columns - 1 };
  const to = (row: number, column: number) => ({
    row: Math.min(last.row, Math.max(0, row)),
    column: Math.min(last.column, Math.max(0, column)),
  });
  switch (key) {
    case "ArrowDown":
      return ctrl ? to(last.row, at.column) : to(at.row + 1, at.column);
    case "ArrowUp":
      return ctrl ? to(0, at.column) : to(at.row - 1, at.column);
    case "ArrowRight":
      return ctrl ? to(at.row, last.column) : to(at.row, at.column + 1);
    case "ArrowLeft":
      return ctrl ? to(at.row, 0) : to(at.row, at.column - 1);
    case "Home":
      return ctrl ? to(0, 0) : to(at.row, 0);
    case "End":
      return ctrl ? last : to(at.row, last.column);
    case "PageDown":
      return to(at.row + page, at.column);
    case "PageUp":
      return to(at.row - page, at.column);
    default:
      return undefined;
  }
}

/** The cell after this one, or before it, going on in the next row; undefined past either end. */
export function cellAfter(at: CellPlace, by: 1 | -1, { rows, columns }: Omit<Size, "page">): CellPlace | undefined {
  const place = at.row * columns + at.column + by;
  if (place < 0 || place >= rows * columns) return undefined;
  return { row: Math.floor(place / columns), column: place % columns };
}

type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** The cells between two, both included. */
export function areaOf(one: CellPlace, other: CellPlace): Area {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

/** Cells as spreadsheets take them: tabs between columns, a line each row, quoted where needed. */
export function asTsv(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\n");
}

/** Cells as spreadsheets give them, read again; the line end after the last one is nobody's. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  for (;;) {
    const [, written = "", end = ""] = cell.exec(text) ?? [];
    rows.at(-1)?.push(/^".*"$/s.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}
