import type { GridColumn } from "./column.ts";
import type { Draft, DraftCondition, Operands } from "./filter-draft.ts";
import type { FindChoices } from "./option-picker.tsx";

/** What every part of a filter in the making is given. */
export type FilterParts = {
  readonly columns: readonly GridColumn[];
  readonly names: Readonly<Record<string, string>>;
  readonly find: ((column: GridColumn) => FindChoices | undefined) | undefined;
  /** Conditions that lack something, once somebody asked for the rows. */
  readonly unfinished: ReadonlySet<number>;
  readonly onNames: (names: Readonly<Record<string, string>>) => void;
  /** One part changed, or gone. */
  readonly onPart: (key: number, part: Draft | null) => void;
};

/** What the operands of a condition are written with. */
export type OperandFieldsProps = Pick<FilterParts, "names" | "find" | "onNames"> & {
  readonly column: GridColumn;
  readonly condition: DraftCondition;
  readonly wrong: boolean;
  readonly onOperands: (operands: Operands) => void;
};
