import { m } from "@guildhall/i18n/messages";
import type { ClipboardEvent } from "react";
import { toast } from "../overlays/toast.ts";
import { areaOf, asTsv, fromTsv } from "./cell-steps.ts";
import { cellText } from "./cell-text.ts";
import type { GridRow } from "./column.ts";
import { readPasted, spreadBlock } from "./read-paste.ts";
import type { Setting } from "./setting.ts";
import type { Cells } from "./use-cells.ts";
import type { GridColumns } from "./use-columns.ts";
import type { useEdits } from "./use-edits.ts";

type Desk = {
  readonly setting: Setting;
  readonly held: readonly GridRow[];
  readonly start: number;
  readonly columns: GridColumns;
  readonly cells: Cells;
  readonly edits: ReturnType<typeof useEdits>;
};

/** Puts the cells of the area on the clipboard, as spreadsheets take them; false where somebody copies words. */
export function copyCells(event: ClipboardEvent<HTMLElement>, { cells, held, columns, start, setting }: Desk): boolean {
  if (!cells.at || cells.at.row < 0 || cells.writing || getSelection()?.toString()) return false;
  const { top, bottom, left, right } = areaOf(cells.at, cells.from ?? cells.at);
  const taken = held.slice(Math.max(0, top - start), bottom - start + 1);
  const across = columns.placed.slice(left, right + 1);
  event.preventDefault();
  const text = asTsv(
    taken.map((row) => across.map(({ column }) => cellText(column, row.cells[column.id], setting.words))),
  );
  event.clipboardData.setData("text/plain", text);
  toast({ text: setting.words.t(m.grid_copied, { count: taken.length * across.length }) });
  return true;
}

/** Empties the cells of the area that can be written. */
export function clearCells({ cells, held, start, columns, setting, edits }: Desk): void {
  if (!cells.at || !setting.onEdit) return;
  const { top, bottom, left, right } = areaOf(cells.at, cells.from ?? cells.at);
  const across = columns.placed.slice(left, right + 1).filter(({ column, lead }) => column.editable && !lead);
  edits.commit(
    held
      .slice(Math.max(0, top - start), bottom - start + 1)
      .flatMap((row) => across.map(({ column }) => ({ row, column, value: column.kind === "choices" ? [] : null }))),
  );
}

/** As many cells as are taken in at once. */
const MOST = 2_000;

/** Writes what is on the clipboard into the cells from the focus on. What cannot be written or read is left as it is, and said. */
export async function pasteCells(event: ClipboardEvent<HTMLElement>, desk: Desk): Promise<void> {
  const { cells, held, start, columns, setting, edits } = desk;
  const { at } = cells;
  if (!at || at.row < 0 || cells.writing || !setting.onEdit) return;
  event.preventDefault();
  const lines = fromTsv(event.clipboardData.getData("text/plain"));
  if (lines.length === 0) return;
  const places = spreadBlock({ lines, at, from: cells.from });
  const { t } = setting.words;
  if (places.length > MOST) {
    toast({ text: t(m.grid_paste_many, { count: MOST }), tone: "problem" });
    return;
  }
  const read = await Promise.all(
    places.map(async ({ at: place, text }) => {
      const row = held[place.row - start];
      const column = columns.placed[place.column]?.column;
      if (!row || !column?.editable) return null;
      const find = column.finds ? setting.find?.(column) : undefined;
      const pasted = await readPasted({ row, column, text, words: setting.words, find }).catch(
        () => ({ ok: false }) as const,
      );
      return pasted.ok && (pasted.value !== null || column.id !== setting.lead)
        ? { row, column, value: pasted.value }
        : null;
    }),
  );
  const known = read.filter((edit) => edit !== null);
  const lost = read.length - known.length;
  if (lost > 0) toast({ text: t(m.grid_paste_lost, { count: lost }), tone: "problem" });
  edits.commit(known);
}
