import { asSpan } from "../editor/document-attributes.ts";
import type { DocumentNode } from "../editor/document-node.ts";

/** A cell where it begins, with how far it reaches inside its table. */
export interface GridCell {
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly content: readonly DocumentNode[];
}

/** Rows of equal length: a cell where one begins, `null` where one from the left or from above reaches. */
export type Grid = readonly (readonly (GridCell | null)[])[];

const nothing: GridCell = { isHead: false, columns: 1, rows: 1, content: [] };

/** A table as a grid without holes, whatever its cells say that they span. */
export function gridOf({ content: rows = [] }: DocumentNode): Grid {
  const grid: (GridCell | null | undefined)[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    let left = 0;
    for (const { type, attrs = {}, content = [] } of row.content ?? []) {
      while (grid[top]?.[left] !== undefined) left += 1;
      const [wide, high] = [asSpan(attrs.colspan ?? 1), Math.min(asSpan(attrs.rowspan ?? 1), rows.length - top)];
      const columns = freeColumns(grid[top] ?? [], left, wide);
      put(grid, { top, left }, { isHead: type === "tableHeader", columns, rows: high, content });
      left += columns;
    }
  }
  const width = Math.max(1, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, at) => (row[at] === undefined ? nothing : row[at])));
}

/** How many rows at the top are heads all through: they stand again on each page. */
export function headRows(grid: Grid): number {
  const at = grid.findIndex((row) => !row.every((cell) => cell?.isHead === true && cell.rows === 1));
  return at === -1 ? Math.max(0, grid.length - 1) : at;
}

/** What each column may take of the width, by how much is written in it. */
export function columnShares(grid: Grid): number[] {
  const width = grid[0]?.length ?? 1;
  const longest = Array.from({ length: width }, (_, at) =>
    Math.max(...grid.map((row) => Math.min(60, lengthOf(row[at]?.columns === 1 ? row[at].content : [])))),
  );
  const weights = longest.map((length) => 6 + Math.sqrt(length) * 4);
  const sum = weights.reduce((one, other) => one + other, 0);
  return weights.map((weight) => weight / sum);
}

function freeColumns(row: readonly (GridCell | null | undefined)[], left: number, wide: number): number {
  let free = 1;
  while (free < wide && row[left + free] === undefined) free += 1;
  return free;
}

function put(
  grid: (GridCell | null | undefined)[][],
  { top, left }: { readonly top: number; readonly left: number },
  cell: GridCell,
): void {
  for (let down = 0; down < cell.rows; down++)
    for (let right = 0; right < cell.columns; right++) {
      const row = grid[top + down];
      if (row) row[left + right] = down === 0 && right === 0 ? cell : null;
    }
}

/** Chinese letters are twice as wide. */
function lengthOf(nodes: readonly DocumentNode[]): number {
  return nodes.reduce((sum, { text = "", attrs, content = [] }) => {
    const said = text || (typeof attrs?.label === "string" ? attrs.label : "");
    return sum + said.length + (said.match(/[\u2e80-\uffef]/g)?.length ?? 0) + lengthOf(content);
  }, 0);
}
