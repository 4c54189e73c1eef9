import { minorDigits } from "@guildhall/core";
import { type ColumnId, fieldOfColumn } from "@guildhall/core/grid";
import type { FieldValue } from "../fields/field.ts";
import type { GridColumn } from "../grid/grid-column.ts";
import type { CompanyRow, PersonRow } from "../grid/person-row.ts";
import { type Cell, textCell } from "./cell.ts";

/** How a file says what the grid's own columns and options are called; the hall's own have their names. */
export interface ExportWords {
  heading(column: ColumnId): string;
  option(column: ColumnId, option: string): string;
}

type Own<Row> = Readonly<Record<string, (row: Row, wallOf: (instant: Date) => string) => Cell>>;
const instant = (at: Date | null, wallOf: (instant: Date) => string): Cell =>
  at ? { is: "instant", wall: wallOf(at) } : null;
const several = (names: readonly string[]) => textCell(names.join("; "));

/** The cells of a person by column; codes of stages, roles and languages are put into words afterwards. */
export const personCells: Own<PersonRow> = {
  name: (row) => textCell(row.fullName),
  email: (row) => textCell(row.email),
  phone: (row) => textCell(row.phone),
  company: (row) => textCell(row.company?.name ?? null),
  jobTitle: (row) => textCell(row.jobTitle),
  stage: (row) => textCell(row.stage),
  tags: (row) => several(row.tags.map(({ name }) => name)),
  owner: (row) => textCell(row.owner?.name ?? null),
  source: (row) => textCell(row.source),
  language: (row) => textCell(row.locale),
  timeZone: (row) => textCell(row.timeZone),
  role: (row) => textCell(row.role),
  member: (row) => ({ is: "flag", flag: row.member }),
  createdAt: (row, wallOf) => instant(row.createdAt, wallOf),
  updatedAt: (row, wallOf) => instant(row.updatedAt, wallOf),
  lastActivityAt: (row, wallOf) => instant(row.lastActivityAt, wallOf),
};

export const companyCells: Own<CompanyRow> = {
  name: (row) => textCell(row.name),
  domains: (row) => several(row.domains),
  parent: (row) => textCell(row.parent?.name ?? null),
  owner: (row) => textCell(row.owner?.name ?? null),
  tags: (row) => several(row.tags.map(({ name }) => name)),
  people: (row) => ({ is: "number", number: row.people }),
  source: (row) => textCell(row.source),
  createdAt: (row, wallOf) => instant(row.createdAt, wallOf),
  updatedAt: (row, wallOf) => instant(row.updatedAt, wallOf),
};

interface Fielded {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly records: Readonly<Record<string, string>>;
}

/** What makes the cells of a row, column by column: settled once for a file, since it is done for every row. */
export function cellsOf<Row extends Fielded>(
  own: Own<Row>,
  columns: readonly GridColumn[],
  words: ExportWords,
  wallOf: (instant: Date) => string,
): (row: Row) => Cell[] {
  const makers = columns.map((column): ((row: Row) => Cell) => {
    const fieldId = fieldOfColumn(column.id);
    if (fieldId !== null) return (row) => fieldCell(column, row.fields[fieldId], row, wallOf);
    const make = own[column.id];
    if (!make) return () => null;
    if (!column.options) return (row) => make(row, wallOf);
    const said = new Map(column.options.map(({ id }) => [id, words.option(column.id, id)]));
    return (row) => {
      const cell = make(row, wallOf);
      return cell?.is === "text" ? textCell(said.get(cell.text) ?? cell.text) : cell;
    };
  });
  return (row) => makers.map((make) => make(row));
}

function fieldCell(
  column: GridColumn,
  value: FieldValue | undefined,
  { records }: Fielded,
  wallOf: (instant: Date) => string,
): Cell {
  if (value === undefined) return null;
  if (typeof value === "number") return { is: "number", number: value };
  if (typeof value === "boolean") return { is: "flag", flag: value };
  if (typeof value === "string") return written(column, value, records, wallOf);
  if ("currency" in value) {
    const digits = minorDigits(value.currency);
    return textCell(`${(value.amount / 10 ** digits).toFixed(digits)} ${value.currency}`);
  }
  return several(value.map((each) => optionName(column, each)));
}

function written(
  column: GridColumn,
  value: string,
  records: Fielded["records"],
  wallOf: (instant: Date) => string,
): Cell {
  if (column.kind === "date") return { is: "day", day: value };
  if (column.kind === "instant") return instant(new Date(value), wallOf);
  if (column.kind === "record") return textCell(records[value] ?? null);
  return textCell(column.kind === "choice" ? optionName(column, value) : value);
}

function optionName({ options }: GridColumn, id: string): string {
  return options?.find((option) => option.id === id)?.name ?? id;
}
