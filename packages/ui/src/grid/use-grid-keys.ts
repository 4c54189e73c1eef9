import type { KeyboardEvent } from "react";
import { isComposing } from "../keys/is-writing.ts";
import { type CellPlace, cellAfter, cellStep } from "./cell-steps.ts";
import type { CellActs, Cells } from "./use-cells.ts";

export type KeyActs = {
  /** A head: sorts, opens what can be done with it, makes it wider, carries it. */
  readonly sort: (column: number) => void;
  readonly menu: (column: number) => void;
  readonly widen: (column: number, by: number) => void;
  readonly carry: (column: number, by: 1 | -1) => void;
  readonly canWrite: (at: CellPlace) => boolean;
  /** Yes becomes no and no yes. */
  readonly flip: (at: CellPlace) => boolean;
  /** Empties the area. */
  readonly clear: () => void;
  readonly takeBack: () => boolean;
  readonly choose: (row: number, range: boolean) => void;
  readonly chooseAll: () => void;
  readonly letGo: () => void;
  readonly peek: (row: number) => void;
  readonly open: (row: number) => void;
};
type Keys = {
  readonly cells: Cells & CellActs;
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
  readonly acts: KeyActs;
};

/** What a key does in a grid; true where it did something. */
export function hearKey(event: KeyboardEvent<HTMLElement>, keys: Keys): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const at = keys.cells.at;
  if (!at) return;
  const done = at.row < 0 ? headKey(event, at, keys) : cellKey(event, at, keys);
  if (done) event.preventDefault();
}

function headKey(event: KeyboardEvent<HTMLElement>, at: CellPlace, { cells, columns, rows, acts }: Keys): boolean {
  const sideways = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (event.key === "ArrowDown" && event.altKey) acts.menu(at.column);
  else if (event.key === "Enter") acts.sort(at.column);
  else if (event.key === " ") acts.menu(at.column);
  else if (sideways !== 0 && event.shiftKey && hasCommand(event)) acts.carry(at.column, sideways);
  else if (sideways !== 0 && event.shiftKey) acts.widen(at.column, sideways * STEP);
  else if (event.key === "ArrowDown" && rows > 0) cells.go({ row: 0, column: at.column });
  else {
    const step = cellStep(
      { key: event.key, ctrl: false },
      { row: 0, column: at.column },
      { rows: 1, columns, page: 1 },
    );
    if (!step || event.key === "ArrowUp") return false;
    cells.go({ row: -1, column: step.column });
  }
  return true;
}

const STEP = 16;

function cellKey(event: KeyboardEvent<HTMLElement>, at: CellPlace, keys: Keys): boolean {
  const { cells, rows, columns, page, acts } = keys;
  const ctrl = hasCommand(event);
  if (event.key === "ArrowUp" && at.row === 0 && !event.shiftKey) {
    cells.go({ row: -1, column: at.column });
    return true;
  }
  const step = event.altKey ? undefined : cellStep({ key: event.key, ctrl }, at, { rows, columns, page });
  if (step) {
    cells.go(step, event.shiftKey);
    return true;
  }
  switch (event.key) {
    case "Enter":
      if (ctrl) acts.peek(at.row);
      else if (event.altKey) acts.open(at.row);
      else if (!acts.flip(at) && acts.canWrite(at)) cells.write();
      return true;
    case "F2":
      if (acts.canWrite(at)) cells.write();
      return true;
    case " ":
      acts.choose(at.row, event.shiftKey);
      return true;
    case "Tab":
      return walkOn(event, at, keys);
    case "Escape":
      cells.leave();
      if (cells.from) cells.rest();
      else acts.letGo();
      return true;
    case "Delete":
    case "Backspace":
      acts.clear();
      return true;
    default:
      return typed(event, at, keys);
  }
}

/** While somebody is entering, Tab goes to the next cell; else it leads out of the grid, as everywhere. */
function walkOn(event: KeyboardEvent<HTMLElement>, at: CellPlace, { cells, rows, columns }: Keys): boolean {
  if (!cells.entering || !cellAfter(at, event.shiftKey ? -1 : 1, { rows, columns })) return false;
  cells.onward(event.shiftKey ? "previous" : "next");
  return true;
}

function typed(event: KeyboardEvent<HTMLElement>, at: CellPlace, { cells, acts }: Keys): boolean {
  if (hasCommand(event)) {
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) return acts.takeBack();
    if (key !== "a") return false;
    acts.chooseAll();
    return true;
  }
  if (event.altKey || [...event.key].length !== 1 || !acts.canWrite(at)) return false;
  cells.write(event.key);
  return true;
}

function hasCommand(event: KeyboardEvent<HTMLElement>): boolean {
  return event.ctrlKey || event.metaKey;
}
