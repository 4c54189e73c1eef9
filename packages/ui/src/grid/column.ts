import type { Money } from "@guildhall/core";
import type { ColumnId, ColumnKind } from "@guildhall/core/grid";
import type { ChipTone } from "../marks/chip.tsx";

/** One of a list: a stage, an answer of a field, a tag. */
export type GridChoice = { readonly id: string; readonly name: string; readonly tone?: ChipTone | undefined };

export type GridColumn = {
  readonly id: ColumnId;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly sortable: boolean;
  readonly filterable: boolean;
  readonly editable: boolean;
  /** Shown unless somebody chose otherwise. */
  readonly shown: boolean;
  readonly width: number;
  /** What there is to choose, in its order: of a choice, of tags. */
  readonly choices?: readonly GridChoice[] | undefined;
  /** A choice that is not there can be made while one writes: a tag. */
  readonly makes?: boolean | undefined;
  /** Its records are found by writing; people have round faces. */
  readonly finds?: "person" | "company" | undefined;
  /** Of money: the currency that is offered first. */
  readonly currency?: string | undefined;
  readonly decimals?: number | undefined;
};

/** Another row that a cell names. */
export type GridRecord = { readonly id: string; readonly name: string; readonly image?: string | null | undefined };

/**
 * What a cell holds, by its column's kind: text, date (2026-03-02), instant (ISO) and choice (its id) are strings,
 * choices the ids, record the record.
 */
export type CellValue = string | number | boolean | Money | readonly string[] | GridRecord | null;

export type GridRow = {
  readonly id: string;
  /** What the row is called where it is spoken of. */
  readonly name: string;
  readonly href: string;
  readonly image?: string | null | undefined;
  readonly cells: Readonly<Record<ColumnId, CellValue>>;
};

export type GridPage = {
  readonly rows: readonly GridRow[];
  readonly previous: string | null;
  readonly next: string | null;
};

export function recordOf(value: CellValue | undefined): GridRecord | null {
  return typeof value === "object" && value !== null && "id" in value ? value : null;
}

export function moneyOf(value: CellValue | undefined): Money | null {
  return typeof value === "object" && value !== null && "amount" in value ? value : null;
}

export function idsOf(value: CellValue | undefined): readonly string[] {
  return isList(value) ? value : [];
}

function isList(value: CellValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** Whether two cells hold the same. */
export function sameValue(one: CellValue, other: CellValue): boolean {
  const [a, b] = [recordOf(one), recordOf(other)];
  if (a && b) return a.id === b.id;
  return JSON.stringify(one) === JSON.stringify(other);
}
