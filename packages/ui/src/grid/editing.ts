import type { RefObject } from "react";
import type { CellValue, GridColumn } from "./column.ts";
import type { FindChoices } from "./option-picker.tsx";

/** Where the focus goes once a cell is written. */
export type Onward = "stay" | "down" | "next" | "previous";

/** What an editor of a cell is given. */
export type CellEditorProps = {
  readonly cell: RefObject<HTMLElement | null>;
  readonly column: GridColumn;
  /** What the row is called. */
  readonly name: string;
  readonly value: CellValue;
  /** The letter that began it: what was there is written over. */
  readonly start: string | undefined;
  readonly zone: string;
  readonly find: FindChoices | undefined;
  readonly onMake: ((name: string) => Promise<{ readonly id: string; readonly name: string } | null>) | undefined;
  readonly onCommit: (value: CellValue, onward: Onward) => void;
  readonly onCancel: () => void;
};
