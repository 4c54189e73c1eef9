import { AppError, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FileStore, StorageKey } from "@guildhall/files";
import type { ExistingField, PresetName, Proposal, RememberedMapping } from "../../mapping/proposal.ts";
import { proposeMapping, sampleSize } from "../../mapping/propose-mapping.ts";
import type { Target } from "../../mapping/target.ts";
import { openTable } from "../../reading/open-table.ts";
import type { ReadingHints, Row, Source, Table } from "../../reading/table.ts";
import { type Layout, mostColumns } from "./import-run.ts";

/** The file's beginning, read as it will be read in earnest. */
export interface Inspected {
  readonly layout: Layout;
  /** More of it than is shown, for proposals. */
  readonly rows: readonly Pick<Row, "cells">[];
}

/** A stored file as something that can be read from its start as often as is wanted. */
export function sourceOf(store: Pick<FileStore, "get">, key: StorageKey): Source {
  return {
    open: async () => {
      const stored = await store.get(key);
      if (!stored) throw new AppError("not-found", "imports.file-gone");
      return stored.stream;
    },
  };
}

/** Reads how a file is made and its first rows. Refuses what is no table, or one too wide to look at. */
export async function inspectFile(source: Source, hints: ReadingHints): Promise<Inspected> {
  await using table = await openTable(source, hints);
  if (table.columns.length > mostColumns) throw invalid("imports.columns-too-many", {}, { most: mostColumns });
  const rows: Row[] = [];
  for await (const item of table.rows()) {
    if (item.kind === "row") rows.push(item);
    if (rows.length >= sampleSize) break;
  }
  return { layout: layoutOf(table, rows), rows };
}

const shownRows = 8;
const shownCell = 120;

function layoutOf(table: Table, rows: readonly Row[]): Layout {
  const { format, encoding, delimiter, sheet, sheets, headerRow, columns, notes } = table;
  const sample = rows
    .slice(0, shownRows)
    .map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.slice(0, shownCell)) }));
  return {
    format,
    encoding,
    delimiter,
    sheet,
    sheets: [...sheets],
    headerRow,
    columns: [...columns],
    notes: [...notes],
    sample,
  };
}

interface Known {
  readonly customFields: readonly ExistingField[];
  readonly remembered: RememberedMapping | null;
  /** How many more fields the hall may have. */
  readonly room: number;
  readonly preset?: PresetName | null | undefined;
  readonly defaultCountry?: string | null | undefined;
}

/** Proposes where the columns go; a note becomes a field, so that nothing of it is lost, and columns for which the hall has no room for a field are left out. */
export function proposeFor(ctx: Ctx, { layout, rows }: Inspected, known: Known): Proposal {
  const { customFields, remembered, room, preset, defaultCountry } = known;
  const proposal = proposeMapping(layout.columns, rows, {
    customFields,
    timeZone: ctx.tenant.timeZone,
    ...(remembered && { remembered }),
    ...(preset !== undefined && { preset }),
    ...(defaultCountry !== undefined && { defaultCountry }),
  });
  const asField = (target: Target, column: number): Target =>
    target.to === "note" ? { to: "new-field", name: layout.columns[column] ?? "Notes", type: "long-text" } : target;
  const fields = proposal.columns.filter(({ target, column }) => asField(target, column).to === "new-field");
  const left = new Set(fields.slice(room).map(({ column }) => column));
  const turned = (target: Target, column: number): Target =>
    left.has(column) ? { to: "skip" } : asField(target, column);
  return {
    ...proposal,
    columns: proposal.columns.map((each) => ({ ...each, target: turned(each.target, each.column) })),
    mapping: {
      ...proposal.mapping,
      columns: proposal.mapping.columns.map((each) => ({ ...each, target: turned(each.target, each.column) })),
    },
  };
}
