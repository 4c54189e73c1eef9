import { useCallback, useMemo, useRef, useState } from "react";
import { type CellPlace, cellAfter } from "./cell-steps.ts";
import type { Onward } from "./editing.ts";

/** Where the focus is, from where an area reaches to it, and what is being written there. Row -1 is that of the heads. */
export type Cells = {
  readonly at: CellPlace | null;
  readonly from: CellPlace | null;
  readonly writing: { readonly start: string | undefined } | null;
  /** Somebody has begun to write: Tab walks from cell to cell, until they press Esc or go away. */
  readonly entering: boolean;
};

export type CellActs = {
  readonly go: (to: CellPlace, reaching?: boolean) => void;
  readonly write: (start?: string) => void;
  readonly rest: () => void;
  readonly onward: (how: Onward) => void;
  readonly leave: () => void;
};

type Sight = {
  readonly rows: number;
  readonly columns: number;
  /** The id of the row at a place, and the place of a row by its id: rows move while somebody stands in one. */
  readonly idAt: (row: number) => string | undefined;
  readonly placeOf: (id: string) => number | undefined;
  readonly reveal: (at: CellPlace) => void;
};

/** The focus of a grid. It keeps to its row when rows come and go around it. */
export function useCells({ rows, columns, idAt, placeOf, reveal }: Sight): Cells & CellActs {
  const [cells, setCells] = useState<Cells & { readonly row: string | undefined }>(nowhere);
  const moved = cells.row === undefined ? undefined : placeOf(cells.row);
  const at = useMemo(
    () =>
      cells.at && {
        row: Math.min(rows - 1, moved ?? cells.at.row),
        column: Math.min(columns - 1, cells.at.column),
      },
    [cells.at, moved, rows, columns],
  );
  const latest = useRef({ at, rows, columns, idAt, reveal });
  latest.current = { at, rows, columns, idAt, reveal };
  const go = useCallback((to: CellPlace, reaching = false) => {
    const now = latest.current;
    setCells((before) => ({
      at: to,
      row: now.idAt(to.row),
      from: reaching ? (before.from ?? now.at) : null,
      writing: null,
      entering: before.entering,
    }));
    now.reveal(to);
  }, []);
  const write = useCallback(
    (start?: string) => setCells((now) => ({ ...now, from: null, writing: { start }, entering: true })),
    [],
  );
  const rest = useCallback(() => setCells((now) => ({ ...now, from: null, writing: null })), []);
  const onward = useCallback(
    (how: Onward) => {
      const { at: here, rows: count, columns: width } = latest.current;
      const there = here && onwardFrom(here, how, { rows: count, columns: width });
      if (there) go(there);
      else rest();
    },
    [go, rest],
  );
  const leave = useCallback(() => setCells((now) => ({ ...now, entering: false })), []);
  return { at, from: cells.from, writing: cells.writing, entering: cells.entering, go, write, rest, onward, leave };
}

const nowhere = { at: null, row: undefined, from: null, writing: null, entering: false };

function onwardFrom(
  at: CellPlace,
  how: Onward,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | undefined {
  if (how === "down") return at.row + 1 < size.rows ? { row: at.row + 1, column: at.column } : undefined;
  if (how === "stay") return undefined;
  return cellAfter(at, how === "next" ? 1 : -1, size);
}
