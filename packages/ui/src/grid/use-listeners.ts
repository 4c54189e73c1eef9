import type { ColumnId, GridState } from "@guildhall/core/grid";
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from "react";
import { useRef } from "react";
import type { CellPlace } from "./cell-steps.ts";
import { clearCells, copyCells, pasteCells } from "./clipboard.ts";
import type { GridRow } from "./column.ts";
import type { HeadActs } from "./grid-head.tsx";
import { choose, chooseLoaded, isChosen, nothingChosen } from "./selection.ts";
import type { Setting } from "./setting.ts";
import type { CellActs, Cells } from "./use-cells.ts";
import type { GridColumns } from "./use-columns.ts";
import type { useEdits } from "./use-edits.ts";
import { hearKey, type KeyActs } from "./use-grid-keys.ts";
import type { Rows } from "./use-row-window.ts";
import type { Seen } from "./use-sight.ts";

type Hearing = {
  readonly setting: Setting;
  readonly rows: Rows;
  readonly held: readonly GridRow[];
  readonly order: readonly string[];
  readonly columns: GridColumns;
  readonly seen: Seen;
  readonly cells: Cells & CellActs;
  readonly edits: ReturnType<typeof useEdits>;
  readonly heads: HeadActs;
  readonly sortedBy: (column: ColumnId) => GridState;
};

export type GridListeners = {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onCopy: (event: ClipboardEvent<HTMLElement>) => void;
  readonly onCut: (event: ClipboardEvent<HTMLElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
};

/** What is pressed and typed in a grid: heard once, for all its cells. */
export function useListeners(hearing: Hearing): GridListeners {
  const lastChosen = useRef<string>();
  const pressed = useRef<CellPlace>();
  const { cells, setting, columns, seen } = hearing;
  const acts = keyActs(hearing, lastChosen);
  const { start } = hearing.rows.window;
  const desk = { ...hearing, start };
  return {
    onKeyDown: (event) => {
      // What is typed into an editor or a menu within is its own.
      if (isInEditor(event.target)) return;
      hearKey(event, {
        cells,
        rows: start + hearing.held.length,
        columns: columns.placed.length,
        page: seen.page,
        acts,
      });
    },
    onMouseDown: (event) => {
      const at = placeOf(event.target);
      if (!at || event.button !== 0 || isInEditor(event.target)) return;
      if (at.row >= 0) {
        // The focus is the table's, whatever was pressed; links and boxes still hear their click.
        event.preventDefault();
        setting.table.current?.focus({ preventScroll: true });
      }
      pressed.current = cells.at?.row === at.row && cells.at.column === at.column && !cells.writing ? at : undefined;
      if (at.column >= 0) cells.go(at, event.shiftKey && at.row >= 0);
    },
    onClick: (event) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      // A finger has no second click: a tap on the cell that has the focus writes it.
      const again = pressed.current;
      if (
        again &&
        again.row >= 0 &&
        matchMedia("(pointer: coarse)").matches &&
        target.closest("[data-column]") &&
        !acts.flip(again) &&
        acts.canWrite(again)
      )
        cells.write();
      const box = target.closest<HTMLInputElement>("input[data-row]");
      if (box) acts.choose(Number(box.dataset.row), event.shiftKey);
      const look = target.closest<HTMLElement>("[data-peek]");
      if (!look || !setting.onPeek || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      const row = hearing.held.find(({ id }) => id === look.dataset.peek);
      if (row) setting.onPeek(row);
    },
    onDoubleClick: (event) => {
      const at = placeOf(event.target);
      if (at && at.column >= 0 && at.row >= 0 && !isInEditor(event.target) && !acts.flip(at) && acts.canWrite(at))
        cells.write();
    },
    onFocus: (event) => {
      if (event.target === event.currentTarget && !cells.at && hearing.held.length > 0)
        cells.go({ row: start, column: 0 });
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget) && event.relatedTarget) cells.leave();
    },
    onCopy: (event) => void copyCells(event, desk),
    onCut: (event) => copyCells(event, desk) && clearCells(desk),
    onPaste: (event) => {
      if (!isInEditor(event.target)) void pasteCells(event, desk);
    },
  };
}

function keyActs(hearing: Hearing, lastChosen: { current: string | undefined }): KeyActs {
  const { setting, columns, cells, edits, heads, order } = hearing;
  const { start } = hearing.rows.window;
  const rowAt = (row: number) => hearing.held[row - start];
  const columnAt = (at: CellPlace) => columns.placed[at.column]?.column;
  const placed = (column: number, work: (which: (typeof columns.placed)[number]) => void) => {
    const which = columns.placed[column];
    if (which) work(which);
  };
  const canWrite = (at: CellPlace) => Boolean(setting.onEdit && rowAt(at.row) && columnAt(at)?.editable);
  return {
    sort: (column) =>
      placed(column, (which) => which.column.sortable && setting.onState(hearing.sortedBy(which.column.id))),
    menu: () => setting.table.current?.querySelector<HTMLElement>("thead .grid-cell-focus button")?.click(),
    widen: (column, by) => placed(column, (which) => heads.onWidth(which, which.width + by, true)),
    carry: (column, by) =>
      placed(column, (which) => {
        heads.onCarry(which, by);
        cells.go({ row: -1, column: column + by });
      }),
    canWrite,
    flip: (at) => {
      const [row, column] = [rowAt(at.row), columnAt(at)];
      if (!row || column?.kind !== "boolean" || !canWrite(at)) return false;
      edits.commit([{ row, column, value: row.cells[column.id] !== true }]);
      return true;
    },
    clear: () => clearCells({ ...hearing, start }),
    takeBack: edits.takeBack,
    choose: (row, range) => {
      const id = rowAt(row)?.id;
      if (!id) return;
      const on = !isChosen(setting.selection, id);
      setting.onSelection(choose(setting.selection, order, { id, on, from: range ? lastChosen.current : undefined }));
      lastChosen.current = id;
    },
    chooseAll: () => setting.onSelection(chooseLoaded(order, true)),
    letGo: () => setting.onSelection(nothingChosen),
    peek: (row) => {
      const which = rowAt(row);
      if (which) setting.onPeek?.(which);
    },
    open: (row) =>
      setting.table.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${row + 2}"] .grid-name`)?.click(),
  };
}

/** The place of the cell that an event came from; column -1 is that of the boxes. */
function placeOf(target: EventTarget): CellPlace | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>("[data-column]");
  if (cell) return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  return target.closest(".grid-row .grid-box") ? { row: 0, column: -1 } : undefined;
}

function isInEditor(target: EventTarget): boolean {
  return target instanceof Element && target.closest("input:not([type=checkbox]), [popover]") !== null;
}
