import type { Money } from "@guildhall/core";
import {
  type Condition,
  type DayOperand,
  type Filter,
  filterSchema,
  type Operator,
  operatorsOf,
  type SpanOperand,
} from "@guildhall/core/grid";
import type { GridColumn } from "./column.ts";

/** What a condition compares with, as far as it was filled in. */
export type Operands = {
  readonly text?: string | undefined;
  readonly number?: number | undefined;
  readonly amount?: Money | undefined;
  readonly day?: DayOperand | undefined;
  readonly span?: SpanOperand | undefined;
  readonly from?: number | Money | DayOperand | undefined;
  readonly to?: number | Money | DayOperand | undefined;
  readonly chosen?: readonly string[] | undefined;
};

export type DraftCondition = {
  readonly key: number;
  readonly column: string;
  readonly is: Operator;
  readonly operands: Operands;
};
export type DraftGroup = { readonly key: number; readonly join: "all" | "any"; readonly parts: readonly Draft[] };
/** A filter while somebody writes it: groups may be empty and conditions half said. */
export type Draft = DraftCondition | DraftGroup;

let keys = 0;

export function isGroup(draft: Draft): draft is DraftGroup {
  return "join" in draft;
}

export function emptyDraft(): DraftGroup {
  return { key: ++keys, join: "all", parts: [] };
}

export function newCondition(column: GridColumn): DraftCondition {
  return { key: ++keys, column: column.id, is: operatorsOf[column.kind][0] ?? "filled", operands: {} };
}

/** A filter to go on writing; a single condition stands in a group of its own. */
export function draftOf(filter: Filter | null): DraftGroup {
  const draft = filter && toDraft(filter);
  if (!draft) return emptyDraft();
  return isGroup(draft) ? draft : { ...emptyDraft(), parts: [draft] };
}

function toDraft(filter: Filter): Draft {
  if ("all" in filter) return { key: ++keys, join: "all", parts: filter.all.map(toDraft) };
  if ("any" in filter) return { key: ++keys, join: "any", parts: filter.any.map(toDraft) };
  const { column, is, ...operands } = filter;
  return { key: ++keys, column, is, operands };
}

/** What was written so far: the filter, or which conditions are not said to their end. */
export type Written = {
  readonly filter: Filter | null;
  readonly unfinished: ReadonlySet<number>;
  readonly tooLarge: boolean;
};

/** Empty groups say nothing, and a group of one is that one. */
export function writeDraft(draft: DraftGroup): Written {
  const unfinished = new Set<number>();
  const filter = writtenGroup(draft, unfinished);
  const parsed = filter && filterSchema.safeParse(filter);
  return { filter: parsed?.success ? parsed.data : null, unfinished, tooLarge: parsed?.success === false };
}

function writtenGroup({ join, parts }: DraftGroup, unfinished: Set<number>): Filter | null {
  const written = parts.flatMap((part): Filter[] => {
    if (isGroup(part)) {
      const group = writtenGroup(part, unfinished);
      return group ? [group] : [];
    }
    const condition = filterSchema.safeParse({ column: part.column, is: part.is, ...part.operands });
    if (condition.success) return [condition.data];
    unfinished.add(part.key);
    return [];
  });
  const [only] = written;
  if (!only) return null;
  if (written.length === 1) return only;
  return join === "all" ? { all: written } : { any: written };
}

/** The draft with one part changed, wherever it stands; null takes it out, with the groups that this empties. */
export function withPart(group: DraftGroup, key: number, part: Draft | null): DraftGroup {
  return {
    ...group,
    parts: group.parts.flatMap((each) => {
      if (each.key === key) return part ? [part] : [];
      if (!isGroup(each)) return [each];
      const changed = withPart(each, key, part);
      return changed.parts.length === 0 && each.parts.length > 0 ? [] : [changed];
    }),
  };
}

/** A filter without one of its conditions; what else it says stays. */
export function withoutCondition(filter: Filter, gone: Condition): Filter | null {
  if ("all" in filter || "any" in filter) {
    const parts = "all" in filter ? filter.all : filter.any;
    const rest = parts.flatMap((part) => withoutCondition(part, gone) ?? []);
    const [only] = rest;
    if (!only) return null;
    if (rest.length === 1) return only;
    return "all" in filter ? { all: rest } : { any: rest };
  }
  return filter === gone ? null : filter;
}

/** A filter with one more condition: both must hold. */
export function withCondition(filter: Filter | null, more: Filter): Filter {
  if (!filter) return more;
  return "all" in filter ? { all: [...filter.all, more] } : { all: [filter, more] };
}

/** Another operator keeps what was written where it means the same. */
export function withOperator(condition: DraftCondition, is: Operator): DraftCondition {
  const alike = shapeOf(condition.is) === shapeOf(is);
  return { ...condition, is, operands: alike ? condition.operands : {} };
}

/** What must be filled in for an operator. */
export type OperandShape = "none" | "text" | "compared" | "between" | "day" | "span" | "chosen";

export function shapeOf(is: Operator): OperandShape {
  return SHAPES[is];
}

const SHAPES: Readonly<Record<Operator, OperandShape>> = {
  empty: "none",
  filled: "none",
  true: "none",
  false: "none",
  is: "text",
  "is-not": "text",
  contains: "text",
  "starts-with": "text",
  eq: "compared",
  "not-eq": "compared",
  lt: "compared",
  lte: "compared",
  gt: "compared",
  gte: "compared",
  between: "between",
  on: "day",
  before: "day",
  after: "day",
  within: "span",
  "any-of": "chosen",
  "none-of": "chosen",
  "all-of": "chosen",
};
