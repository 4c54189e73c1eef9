import type { ColumnId, GridLook } from "@guildhall/core/grid";
import type { GridColumn } from "./column.ts";

/** A column as it stands in the grid. */
export type ShownColumn = { readonly column: GridColumn; readonly width: number; readonly pinned: boolean };
type Kept = { readonly id: ColumnId; readonly width?: number; readonly pinned?: boolean };
type Columns = readonly Kept[];

export const narrowest = 64;
export const widest = 800;

/**
 * The columns that are in sight, in their order: the lead first and always, then the pinned ones. What a view names and
 * nobody has any more is left out.
 */
export function shownColumns(
  all: readonly GridColumn[],
  lead: ColumnId,
  kept: GridLook["columns"],
): readonly ShownColumn[] {
  const known = new Map(all.map((column) => [column.id, column]));
  const shown = (kept ?? all.filter((column) => column.shown)).flatMap(({ id, ...look }: Kept) => {
    const column = known.get(id);
    known.delete(id);
    return column ? [standing(column, lead, kept ? look : {})] : [];
  });
  const missing = known.get(lead);
  const whole =
    missing && !shown.some(({ column }) => column.id === lead) ? [standing(missing, lead, {}), ...shown] : shown;
  return [...whole].sort((a, b) => rank(a, lead) - rank(b, lead));
}

function standing(column: GridColumn, lead: ColumnId, { width, pinned = false }: Omit<Kept, "id">): ShownColumn {
  return { column, width: width ?? column.width, pinned: pinned || column.id === lead };
}

function rank({ column, pinned }: ShownColumn, lead: ColumnId): number {
  if (column.id === lead) return 0;
  return pinned ? 1 : 2;
}

/** The list that a view keeps of them: a width where it is not the column's own. */
export function keptColumns(shown: readonly ShownColumn[]): Columns {
  return shown.map(({ column, width, pinned }) => ({
    id: column.id,
    ...(width !== column.width && { width }),
    ...(pinned && { pinned }),
  }));
}

export function withWidth(shown: readonly ShownColumn[], id: ColumnId, width: number): readonly ShownColumn[] {
  const within = Math.round(Math.min(widest, Math.max(narrowest, width)));
  return shown.map((each) => (each.column.id === id ? { ...each, width: within } : each));
}

/** A step up or down among those of its kind: pinned stay with pinned. */
export function moved(shown: readonly ShownColumn[], id: ColumnId, by: -1 | 1, lead: ColumnId): readonly ShownColumn[] {
  const from = shown.findIndex(({ column }) => column.id === id);
  const one = shown[from];
  const other = shown[from + by];
  if (!one || !other || rank(one, lead) !== rank(other, lead)) return shown;
  return shown.map((each) => (each === one ? other : each === other ? one : each));
}

/** To the place of another column, as when its head is carried there; it is pinned where that one is. */
export function movedTo(
  shown: readonly ShownColumn[],
  id: ColumnId,
  to: ColumnId,
  lead: ColumnId,
): readonly ShownColumn[] {
  const one = shown.find(({ column }) => column.id === id);
  const goal = shown.find(({ column }) => column.id === to);
  if (!one || !goal || one === goal || id === lead || to === lead) return shown;
  const forward = shown.indexOf(one) < shown.indexOf(goal);
  return shown
    .filter((each) => each !== one)
    .flatMap((each) => {
      if (each !== goal) return [each];
      const carried = { ...one, pinned: goal.pinned };
      return forward ? [goal, carried] : [carried, goal];
    });
}

export function pinned(
  shown: readonly ShownColumn[],
  id: ColumnId,
  on: boolean,
  lead: ColumnId,
): readonly ShownColumn[] {
  return shown
    .map((each) => (each.column.id === id ? { ...each, pinned: on || id === lead } : each))
    .sort((a, b) => rank(a, lead) - rank(b, lead));
}

/** Shown at the end, or gone; the lead stays. */
export function showing(
  shown: readonly ShownColumn[],
  column: GridColumn,
  on: boolean,
  lead: ColumnId,
): readonly ShownColumn[] {
  const rest = column.id === lead ? shown : shown.filter((each) => each.column.id !== column.id);
  return on && column.id !== lead ? [...rest, standing(column, lead, {})] : rest;
}
