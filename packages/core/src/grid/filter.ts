import { z } from "zod";
import { type ColumnId, type ColumnKind, isColumnId } from "./column.ts";

/** Units that a moment of the past or future is counted in. Weeks begin on Monday. */
export const spanUnits = ["day", "week", "month", "quarter", "year"] as const;
export type SpanUnit = (typeof spanUnits)[number];

const count = z.int().min(1).max(1_000);
const unit = z.enum(spanUnits);

/**
 * A day: as it is written, or as far from today. What it means is settled when it is asked, by the tenant's clock and
 * the tenant's time zone, so a saved filter moves with time.
 */
export const dayOperand = z.union([
  z.iso.date(),
  z.strictObject({ today: z.literal(true) }),
  z.strictObject({ ago: count, unit }),
  z.strictObject({ ahead: count, unit }),
]);
export type DayOperand = z.infer<typeof dayOperand>;

/** A stretch of days around today: this month, the last 90 days (today included), the next two weeks. */
export const spanOperand = z.union([
  z.strictObject({ this: unit }),
  z.strictObject({ last: count, unit }),
  z.strictObject({ next: count, unit }),
]);
export type SpanOperand = z.infer<typeof spanOperand>;

const column = z.string().refine(isColumnId, { error: "core.filter-malformed" });
const text = z.string().min(1).max(200);
const number = z.number();
/** In the smallest unit of the field's currency. */
const amount = z.strictObject({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
/** Ids of options, tags or records, or codes of the grid's own lists ("customer"); "me" is who asks. */
const chosen = z.array(z.string().min(1).max(64)).min(1).max(100);

const nothing = ["empty", "filled"] as const;
const compared = ["eq", "not-eq", "lt", "lte", "gt", "gte"] as const;

const condition = z.union([
  z.strictObject({ column, is: z.enum(nothing) }),
  z.strictObject({ column, is: z.enum(["is", "is-not", "contains", "starts-with"]), text }),
  z.strictObject({ column, is: z.enum(compared), number }),
  z.strictObject({ column, is: z.literal("between"), from: number, to: number }),
  z.strictObject({ column, is: z.enum(compared), amount }),
  z.strictObject({ column, is: z.literal("between"), from: amount, to: amount }),
  z.strictObject({ column, is: z.enum(["on", "before", "after"]), day: dayOperand }),
  z.strictObject({ column, is: z.literal("between"), from: dayOperand, to: dayOperand }),
  z.strictObject({ column, is: z.literal("within"), span: spanOperand }),
  z.strictObject({ column, is: z.enum(["true", "false"]) }),
  z.strictObject({ column, is: z.enum(["any-of", "none-of", "all-of"]), chosen }),
]);

/** One thing asked of one column. A row without a value is only found by `empty`, `none-of`, `is-not` and `not-eq`. */
export type Condition = z.infer<typeof condition>;
export type Operator = Condition["is"];

/** Conditions joined by and (`all`) or or (`any`), in groups within groups. */
export type Filter = Condition | { readonly all: readonly Filter[] } | { readonly any: readonly Filter[] };

const deepest = 4;
const most = 50;

const group: z.ZodType<Filter> = z.union([
  condition,
  z.strictObject({ all: z.lazy(() => z.array(group).min(1).max(most)) }),
  z.strictObject({ any: z.lazy(() => z.array(group).min(1).max(most)) }),
]);

/** A filter from outside: at most 50 conditions, in groups at most four deep. */
export const filterSchema: z.ZodType<Filter> = group.refine(
  (filter) => depth(filter) <= deepest && conditionsOf(filter).length <= most,
  { error: "core.filter-too-large" },
);

/** What may be asked of a column, by what its values are, in the order in which a person is offered it. */
export const operatorsOf: Readonly<Record<ColumnKind, readonly Operator[]>> = {
  text: ["contains", "is", "is-not", "starts-with", ...nothing],
  number: [...compared, "between", ...nothing],
  money: [...compared, "between", ...nothing],
  date: ["within", "on", "before", "after", "between", ...nothing],
  instant: ["within", "on", "before", "after", "between", ...nothing],
  boolean: ["true", "false", ...nothing],
  choice: ["any-of", "none-of", ...nothing],
  choices: ["any-of", "all-of", "none-of", ...nothing],
  record: ["any-of", "none-of", ...nothing],
};

/** Every condition of a filter, wherever it stands. */
export function conditionsOf(filter: Filter): readonly Condition[] {
  if ("all" in filter) return filter.all.flatMap(conditionsOf);
  if ("any" in filter) return filter.any.flatMap(conditionsOf);
  return [filter];
}

function depth(filter: Filter): number {
  if ("all" in filter) return 1 + Math.max(...filter.all.map(depth));
  if ("any" in filter) return 1 + Math.max(...filter.any.map(depth));
  return 0;
}

/** The columns that a filter asks about. */
export function columnsOf(filter: Filter): ReadonlySet<ColumnId> {
  return new Set(conditionsOf(filter).map((each) => each.column));
}
