import type { GridState } from "@guildhall/core/grid";
import type { ReactNode, RefObject } from "react";
import type { CellWords } from "./cell-text.ts";
import type { GridColumn, GridPage, GridRow } from "./column.ts";
import type { FindChoices } from "./option-picker.tsx";
import type { GridSelection } from "./selection.ts";
import type { EditCells } from "./use-edits.ts";
import type { LoadPage } from "./use-row-window.ts";

export type GridProps = {
  /** What its rows are; said, not shown. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** The column that a row is called by: first, always in sight. */
  readonly lead: string;
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  /** The address of the grid in another state: what its heads link to, with or without script. */
  readonly hrefOf: (state: GridState) => string;
  /** The first page, or the one that the address names; read anew, the grid keeps its place. */
  readonly first: GridPage;
  readonly cursor?: string | null | undefined;
  /** What was asked; rows of another question begin from the top. */
  readonly question: string;
  readonly load: LoadPage;
  readonly total: { readonly count: number; readonly more: boolean };
  /** The hall's time zone. */
  readonly zone: string;
  readonly selection: GridSelection;
  readonly onSelection: (selection: GridSelection) => void;
  /** The form that ticked boxes are posted with where no script runs. */
  readonly formId: string;
  readonly onEdit?: EditCells | undefined;
  readonly find?: ((column: GridColumn) => FindChoices | undefined) | undefined;
  readonly onMake?:
    | ((column: GridColumn, name: string) => Promise<{ readonly id: string; readonly name: string } | null>)
    | undefined;
  readonly onFilter?: ((column: GridColumn) => void) | undefined;
  readonly peekHref?: ((row: GridRow) => string) | undefined;
  readonly onPeek?: ((row: GridRow) => void) | undefined;
  /** The row that is looked at. */
  readonly looked?: string | undefined;
  /** Stands in the place of rows where there are none. */
  readonly empty?: ReactNode;
};

/** A grid as its parts know it. */
export type Setting = GridProps & {
  readonly pane: RefObject<HTMLDivElement>;
  readonly table: RefObject<HTMLTableElement>;
  readonly awake: boolean;
  readonly words: CellWords;
};
