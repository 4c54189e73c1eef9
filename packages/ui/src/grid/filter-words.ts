import type { Locale, Money } from "@guildhall/core";
import type { Condition, DayOperand, Filter, Operator, SpanOperand, SpanUnit } from "@guildhall/core/grid";
import { dateTimeFormat, formatMoney, formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { KitWords } from "../words/use-kit-words.ts";
import type { GridColumn } from "./column.ts";

/** What a filter's words need to know: its columns, and what the records it names are called. */
export type FilterNames = {
  readonly columns: readonly GridColumn[];
  readonly names: Readonly<Record<string, string>>;
};

/** A filter as a sentence: "Stage is Customer, and (last seen more than 90 days ago or never)". */
export function filterWords(filter: Filter, known: FilterNames, words: KitWords): string {
  if ("all" in filter) return joined(filter.all, m.grid_and, known, words);
  if ("any" in filter) return joined(filter.any, m.grid_or, known, words);
  return conditionWords(filter, known, words);
}

function joined(
  parts: readonly Filter[],
  join: typeof m.grid_and | typeof m.grid_or,
  known: FilterNames,
  words: KitWords,
): string {
  const said = parts.map((part) => {
    const text = filterWords(part, known, words);
    return "all" in part || "any" in part ? words.t(m.grid_bracket, { text }) : text;
  });
  return said.join(words.t(join));
}

/** One condition as people would say it. */
export function conditionWords(condition: Condition, { columns, names }: FilterNames, words: KitWords): string {
  const { t, locale } = words;
  const found = columns.find(({ id }) => id === condition.column);
  const column = found?.label ?? t(m.grid_column_gone);
  if ("chosen" in condition) {
    const each = condition.chosen.map((id) => chosenName(id, found, names, words));
    return t(CHOSEN[condition.is], {
      column,
      chosen: each.join(t(condition.is === "all-of" ? m.grid_comma : m.grid_or)),
    });
  }
  if ("text" in condition) return t(TEXT[condition.is], { column, text: condition.text });
  if ("number" in condition)
    return t(COMPARED[condition.is], { column, value: formatNumber(condition.number, locale) });
  if ("amount" in condition) return t(COMPARED[condition.is], { column, value: formatMoney(condition.amount, locale) });
  if ("day" in condition) return dayWords(column, condition.is, condition.day, words);
  if ("span" in condition) return t(m.grid_is_within, { column, span: spanWords(condition.span, words) });
  if (condition.is === "between")
    return t(m.grid_is_between, {
      column,
      from: valueWords(condition.from, words),
      to: valueWords(condition.to, words),
    });
  return t(PLAIN[condition.is], { column });
}

function chosenName(id: string, column: GridColumn | undefined, names: FilterNames["names"], { t }: KitWords): string {
  if (id === "me") return t(m.grid_me);
  return column?.choices?.find((choice) => choice.id === id)?.name ?? names[id] ?? t(m.grid_choice_gone);
}

/** Away from today one says how long ago, not before when. */
function dayWords(column: string, is: "on" | "before" | "after", day: DayOperand, words: KitWords): string {
  const { t } = words;
  if (typeof day === "object" && "ago" in day && is !== "on")
    return t(is === "before" ? m.grid_is_longer_ago : m.grid_is_since_ago, {
      column,
      span: lengthWords(day.ago, day.unit, words),
    });
  if (typeof day === "object" && "ahead" in day && is !== "on")
    return t(is === "before" ? m.grid_is_sooner : m.grid_is_later, {
      column,
      span: lengthWords(day.ahead, day.unit, words),
    });
  const named = { on: m.grid_is_on, before: m.grid_is_before, after: m.grid_is_after }[is];
  return t(named, { column, day: valueWords(day, words) });
}

function valueWords(value: number | Money | DayOperand, words: KitWords): string {
  const { t, locale } = words;
  if (typeof value === "number") return formatNumber(value, locale);
  if (typeof value === "string") return dayText(value, locale);
  if ("amount" in value) return formatMoney(value, locale);
  if ("today" in value) return t(m.grid_today);
  if ("ago" in value) return t(m.grid_ago, { span: lengthWords(value.ago, value.unit, words) });
  return t(m.grid_ahead, { span: lengthWords(value.ahead, value.unit, words) });
}

function spanWords(span: SpanOperand, words: KitWords): string {
  if ("this" in span) return words.t(THIS[span.this]);
  if ("last" in span) return words.t(m.grid_last, { span: lengthWords(span.last, span.unit, words) });
  return words.t(m.grid_next, { span: lengthWords(span.next, span.unit, words) });
}

/** "90 days", "90 天". */
function lengthWords(count: number, unit: SpanUnit, { t }: KitWords): string {
  return t(LENGTHS[unit], { count });
}

/** A day in nobody's zone. */
export function dayText(day: string, locale: Locale): string {
  return dateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

export function operatorWord(is: Operator, kind: GridColumn["kind"]): (typeof OPERATORS)[Operator] {
  if (is === "any-of" && kind === "choices") return m.grid_op_some_of;
  return OPERATORS[is];
}

const LENGTHS = {
  day: m.grid_days,
  week: m.grid_weeks,
  month: m.grid_months,
  quarter: m.grid_quarters,
  year: m.grid_years,
};
const THIS = {
  day: m.grid_this_day,
  week: m.grid_this_week,
  month: m.grid_this_month,
  quarter: m.grid_this_quarter,
  year: m.grid_this_year,
};
export const thisUnits = THIS;
const TEXT = {
  is: m.grid_is_text,
  "is-not": m.grid_is_not_text,
  contains: m.grid_is_containing,
  "starts-with": m.grid_is_starting,
};
const COMPARED = {
  eq: m.grid_is_eq,
  "not-eq": m.grid_is_not_eq,
  lt: m.grid_is_lt,
  lte: m.grid_is_lte,
  gt: m.grid_is_gt,
  gte: m.grid_is_gte,
};
const CHOSEN = { "any-of": m.grid_is_any_of, "none-of": m.grid_is_none_of, "all-of": m.grid_is_all_of };
const PLAIN = { empty: m.grid_is_empty, filled: m.grid_is_filled, true: m.grid_is_true, false: m.grid_is_false };
const OPERATORS = {
  empty: m.grid_op_empty,
  filled: m.grid_op_filled,
  is: m.grid_op_is,
  "is-not": m.grid_op_is_not,
  contains: m.grid_op_contains,
  "starts-with": m.grid_op_starts,
  eq: m.grid_op_eq,
  "not-eq": m.grid_op_not_eq,
  lt: m.grid_op_lt,
  lte: m.grid_op_lte,
  gt: m.grid_op_gt,
  gte: m.grid_op_gte,
  between: m.grid_op_between,
  on: m.grid_op_on,
  before: m.grid_op_before,
  after: m.grid_op_after,
  within: m.grid_op_within,
  true: m.grid_op_true,
  false: m.grid_op_false,
  "any-of": m.grid_op_any_of,
  "none-of": m.grid_op_none_of,
  "all-of": m.grid_op_all_of,
} satisfies Readonly<Record<Operator, unknown>>;
