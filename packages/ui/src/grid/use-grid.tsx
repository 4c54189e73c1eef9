import type { ColumnId, GridState } from "@guildhall/core/grid";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { CellEditor } from "./cell-editor.tsx";
import type { CellValue } from "./column.ts";
import type { HeadActs } from "./grid-head.tsx";
import { keptColumns, moved, movedTo, pinned, type ShownColumn, showing, withWidth } from "./look.ts";
import { rowsOf } from "./row-window.ts";
import type { GridProps, Setting } from "./setting.ts";
import { type CellActs, type Cells, useCells } from "./use-cells.ts";
import { type GridColumns, useColumns } from "./use-columns.ts";
import { useEdits } from "./use-edits.ts";
import { useFollowing } from "./use-following.ts";
import { type GridListeners, useListeners } from "./use-listeners.ts";
import { type Rows, useRowWindow } from "./use-row-window.ts";
import { type Seen, useSight } from "./use-sight.ts";

type GridModel = {
  readonly rows: Rows;
  readonly order: readonly string[];
  /** Rows that there is room for: those that are held, those before them, and a few that are coming. */
  readonly count: number;
  readonly columns: GridColumns;
  readonly seen: Seen;
  readonly cells: Cells & CellActs;
  readonly edits: ReturnType<typeof useEdits>;
  readonly heads: HeadActs;
  readonly listeners: GridListeners;
  readonly editor: ReactNode;
  readonly sortedBy: (column: ColumnId) => GridState;
};

/** Room for rows that are on their way. */
const coming = 12;

/** All that a grid knows and does; what it looks like is Grid's. */
export function useGrid(setting: Setting): GridModel {
  const { columns: all, lead, state, first, cursor = null, question, load, pane, awake, words } = setting;
  const rows = useRowWindow({ first, cursor, question, load });
  const { window } = rows;
  const held = useMemo(() => rowsOf(window), [window]);
  const order = useMemo(() => held.map(({ id }) => id), [held]);
  const places = useMemo(() => new Map(order.map((id, index) => [id, index + window.start])), [order, window.start]);
  const count = window.start + held.length + (window.pages.at(-1)?.next ? coming : 0);
  const [widths, setWidths] = useState<Readonly<Record<ColumnId, number>>>({});
  const columns = useColumns(all, lead, state.columns, widths);
  const seen = useSight({ pane, awake, density: state.density, count, columns: columns.placed });
  useFollowing({ rows, seen, held: held.length, pane, question, awake });
  const cells = useCells({
    rows: window.start + held.length,
    columns: columns.placed.length,
    idAt: (row) => held[row - window.start]?.id,
    placeOf: (id) => places.get(id),
    reveal: seen.reveal,
  });
  const edits = useEdits(setting.onEdit, rows.patch, words);
  const heads = useHeads(setting, columns.shown, setWidths);
  const sortedBy = useCallback((column: ColumnId) => nextSort(state, column), [state]);
  const listeners = useListeners({ setting, rows, held, order, columns, seen, cells, edits, heads, sortedBy });
  const editor = useEditor({
    setting,
    cells,
    columns,
    edits,
    row: cells.at ? held[cells.at.row - window.start] : undefined,
  });
  return { rows, order, count, columns, seen, cells, edits, heads, listeners, editor, sortedBy };
}

/** A press on a head: upwards, downwards, and then as it was. */
function nextSort(state: GridState, column: ColumnId): GridState {
  const now = state.sort?.column === column ? state.sort.direction : null;
  if (now === "desc") return { ...state, sort: null };
  return { ...state, sort: { column, direction: now === "asc" ? "desc" : "asc" } };
}

/** What is done with whole columns; each ends in another state of the grid. */
function useHeads(
  { lead, state, onState, onFilter }: Setting,
  shown: readonly ShownColumn[],
  setWidths: (widths: Readonly<Record<ColumnId, number>>) => void,
): HeadActs {
  const latest = useRef({ lead, state, onState, onFilter, shown });
  latest.current = { lead, state, onState, onFilter, shown };
  return useMemo<HeadActs>(() => {
    const now = () => latest.current;
    const keep = (next: readonly ShownColumn[]) => now().onState({ ...now().state, columns: keptColumns(next) });
    return {
      onSort: ({ column }, direction) =>
        now().onState({ ...now().state, sort: direction && { column: column.id, direction } }),
      onFilter: ({ column }) => now().onFilter?.(column),
      onPin: ({ column }, on) => keep(pinned(now().shown, column.id, on, now().lead)),
      onHide: ({ column }) => keep(showing(now().shown, column, false, now().lead)),
      onCarry: ({ column }, by) => keep(moved(now().shown, column.id, by, now().lead)),
      onDrop: (column, on) => keep(movedTo(now().shown, column, on, now().lead)),
      onWidth: ({ column }, width, done) => {
        setWidths(done ? {} : { [column.id]: width });
        if (done) keep(withWidth(now().shown, column.id, width));
      },
    };
  }, [setWidths]);
}

type EditorSetting = Pick<GridModel, "cells" | "columns" | "edits"> & {
  readonly setting: Setting;
  readonly row: GridProps["first"]["rows"][number] | undefined;
};

/** The editor of the cell that is being written; null while none is. */
function useEditor({ setting, cells, columns, edits, row }: EditorSetting): ReactNode {
  const { table, words, find, onMake } = setting;
  const { at, writing } = cells;
  const column = at ? columns.placed[at.column]?.column : undefined;
  const cell = useRef<HTMLElement | null>(null);
  const open = writing !== null && row !== undefined && column !== undefined;
  // What stood there when somebody began: what comes in meanwhile is not written over unseen.
  const begun = useRef<{ readonly key: string; readonly value: CellValue }>();
  const key = open ? `${row.id} ${column.id}` : undefined;
  if (key === undefined) begun.current = undefined;
  else if (begun.current?.key !== key) begun.current = { key, value: row?.cells[column?.id ?? ""] ?? null };
  useEffect(() => {
    // The table takes the focus back when the editor is gone and nothing else has it.
    if (!open) return;
    const held = table.current;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) held?.focus({ preventScroll: true });
      });
    };
  }, [open, table]);
  if (!open) return null;
  cell.current =
    table.current?.querySelector<HTMLElement>(`[data-row="${at?.row}"][data-column="${at?.column}"]`) ?? null;
  return (
    <CellEditor
      key={key}
      cell={cell}
      column={column}
      name={row.name}
      value={row.cells[column.id] ?? null}
      start={writing.start}
      zone={words.zone}
      find={column.finds ? find?.(column) : undefined}
      onMake={onMake && ((name) => onMake(column, name))}
      onCommit={(value, onward) => {
        edits.commit([{ row, column, value, before: begun.current?.value ?? null }]);
        cells.onward(onward);
      }}
      onCancel={cells.rest}
    />
  );
}
