import { Readable } from "node:stream";
import { forbidden, invalid } from "@guildhall/core";
import type { Ctx, Database, Scope } from "@guildhall/db";
import { recordChange } from "@guildhall/tenancy";
import { companyColumns } from "../grid/company-grid.ts";
import { companySource } from "../grid/company-source.ts";
import type { GridColumn } from "../grid/grid-column.ts";
import { peopleColumns } from "../grid/people-grid.ts";
import { peopleSource } from "../grid/people-source.ts";
import type { Cell } from "./cell.ts";
import { chosenRows } from "./chosen-rows.ts";
import { byteOrderMark, csvLine } from "./csv.ts";
import { type exportFormats, exportGridInput } from "./export-grid-input.ts";
import { cellsOf, companyCells, type ExportWords, personCells } from "./row-cells.ts";
import { wallTime } from "./wall-time.ts";
import { xlsxOf } from "./xlsx.ts";

export interface GridFile {
  readonly mediaType: string;
  readonly extension: (typeof exportFormats)[number];
  /** Read out bit by bit: constant memory, however many rows. */
  readonly content: Readable;
}

/**
 * All rows of a grid that match, in their order, or those that were chosen, as a file, for those who may edit in bulk. That it was taken out stands
 * in the history.
 */
export async function exportGrid(
  database: Database,
  scope: Scope,
  input: unknown,
  words: ExportWords,
): Promise<GridFile> {
  const { grid, question, columns, format, ...asked } = exportGridInput.parse(input);
  const selection = asked.selection ?? { question, exclude: [] };
  if (!scope.actor.can("people.bulk-edit")) throw forbidden();
  const shown = await database.withTenant(scope, async (ctx) => {
    await recordExport(ctx, { grid, format, ...("ids" in selection ? { chosen: selection.ids.length } : selection) });
    return chosen(grid === "people" ? await peopleColumns(ctx) : await companyColumns(ctx), columns);
  });
  const wallOf = wallTime(scope.tenant.timeZone);
  const lines =
    grid === "people"
      ? linesOf(chosenRows(database, scope, peopleSource, selection), cellsOf(personCells, shown, words, wallOf))
      : linesOf(chosenRows(database, scope, companySource, selection), cellsOf(companyCells, shown, words, wallOf));
  const heading = shown.map(({ id, name }) => name ?? words.heading(id));
  if (format === "csv")
    return {
      mediaType: "text/csv; charset=utf-8",
      extension: format,
      content: Readable.from(csvOf(heading, lines), { highWaterMark: 1 }),
    };
  return {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: format,
    content: xlsxOf(grid, heading, lines),
  };
}

async function recordExport(ctx: Ctx, what: object): Promise<void> {
  await recordChange(ctx, {
    action: "people.exported",
    subjectType: "tenant",
    subjectId: ctx.tenant.id,
    before: null,
    after: what,
  });
}

function chosen(all: readonly GridColumn[], wanted: readonly string[] | null | undefined): readonly GridColumn[] {
  if (!wanted) return all;
  return [...new Set(wanted)].map((id) => {
    const column = all.find((each) => each.id === id);
    if (!column) throw invalid("core.grid-column-unknown", {}, { column: id });
    return column;
  });
}

async function* linesOf<Row>(
  batches: AsyncGenerator<readonly Row[]>,
  cells: (row: Row) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches) yield rows.map(cells);
}

async function* csvOf(heading: readonly string[], lines: AsyncGenerator<Cell[][]>): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + csvLine(heading.map((text) => ({ is: "text", text }))));
  for await (const rows of lines) yield Buffer.from(rows.map(csvLine).join(""));
}
