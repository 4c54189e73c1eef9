import type { ColumnId } from "@guildhall/core/grid";
import type { GridColumn } from "./column.ts";
import type { ShownColumn } from "./look.ts";

/** A column where it lies in a row. */
export type PlacedColumn = {
  readonly column: GridColumn;
  /** Its place among all columns in sight, from 0. */
  readonly place: number;
  readonly width: number;
  readonly lead: boolean;
  /** It stays where it is while others scroll under it, this far from the left. */
  readonly sticks: boolean;
  readonly left?: number | undefined;
  /** The last of those that stay. */
  readonly edge: boolean;
  /** The room of the columns before it that are not drawn. */
  readonly margin?: number | undefined;
  /** One of the two that a phone shows under the name. */
  readonly fact: boolean;
};

/** The first column is that of the boxes. */
export const boxWidth = 40;

/** All columns with their places; those that stay come first. */
export function placeColumns(shown: readonly ShownColumn[], lead: ColumnId): readonly PlacedColumn[] {
  let left = boxWidth;
  const stay = shown.filter(({ pinned }) => pinned).length;
  return shown.map(({ column, width, pinned }, place) => {
    const placed = {
      column,
      place,
      width,
      lead: column.id === lead,
      sticks: pinned,
      edge: pinned && place === stay - 1,
      fact: place === 1 || place === 2,
      ...(pinned && { left }),
    };
    left += width;
    return placed;
  });
}

/** Those that are drawn: all that stay, and of the others from one place to another. */
export function drawnColumns(all: readonly PlacedColumn[], from: number, to: number): readonly PlacedColumn[] {
  const moving = all.filter(({ sticks }) => !sticks);
  const before = moving.slice(0, from).reduce((sum, { width }) => sum + width, 0);
  const drawn = moving
    .slice(from, to + 1)
    .map((column, index) => (index === 0 && before > 0 ? { ...column, margin: before } : column));
  return [...all.filter(({ sticks }) => sticks), ...drawn];
}

export function fullWidth(all: readonly PlacedColumn[]): number {
  return all.reduce((sum, { width }) => sum + width, boxWidth);
}
