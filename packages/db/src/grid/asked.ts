import { type Actor, invalid } from "@guildhall/core";
import {
  type ColumnKind,
  type Condition,
  type Day,
  dayAfter,
  dayIn,
  dayOf,
  daysOf,
  operatorsOf,
  startOfDay,
} from "@guildhall/core/grid";
import type { Scope } from "../ctx.ts";

/** One end of a range. Days and instants are text ("2026-03-02", "2026-03-01T16:00:00.000Z"). */
export interface Bound {
  readonly value: number | string;
  readonly inclusive: boolean;
}

/** A condition once it is settled who asks and when: no "me", no "three weeks ago". */
export type Asked =
  | { readonly is: "empty" | "filled" }
  | { readonly is: "text"; readonly how: "is" | "is-not" | "contains" | "starts-with"; readonly text: string }
  | { readonly is: "range"; readonly from: Bound | null; readonly to: Bound | null; readonly currency: string | null }
  | { readonly is: "not"; readonly value: number; readonly currency: string | null }
  | { readonly is: "flag"; readonly value: boolean }
  | { readonly is: "chosen"; readonly how: "any-of" | "all-of" | "none-of"; readonly chosen: readonly string[] };

/** Settles a condition for a column of this kind; one that cannot be asked of it is invalid input. */
export function settle(
  condition: Condition,
  kind: ColumnKind,
  scope: Pick<Scope, "actor" | "clock" | "tenant">,
): Asked {
  if (!operatorsOf[kind].includes(condition.is)) throw malformed();
  switch (condition.is) {
    case "empty":
    case "filled":
      return { is: condition.is };
    case "is":
    case "is-not":
    case "contains":
    case "starts-with":
      return { is: "text", how: condition.is, text: condition.text };
    case "true":
    case "false":
      return { is: "flag", value: condition.is === "true" };
    case "any-of":
    case "all-of":
    case "none-of":
      return { is: "chosen", how: condition.is, chosen: chosenBy(condition.chosen, kind, scope.actor) };
    case "on":
    case "before":
    case "after":
    case "within":
      return inDays(daysAsked(condition, scope), kind, scope);
    case "between":
      return between(condition, kind, scope);
    default:
      return compared(condition, kind);
  }
}

const malformed = () => invalid("core.filter-malformed");

/** Whoever is no person has nothing that is theirs. */
function chosenBy(chosen: readonly string[], kind: ColumnKind, actor: Actor): string[] {
  if (kind !== "record") return [...new Set(chosen)];
  const mine = actor.kind === "person" ? [actor.personId] : [];
  return [...new Set(chosen.flatMap((each) => (each === "me" ? mine : [each])))];
}

interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

type DayCondition = Extract<Condition, { is: "on" | "before" | "after" | "within" }>;

function daysAsked(condition: DayCondition, { clock, tenant }: Pick<Scope, "clock" | "tenant">): DayRange {
  const today = dayIn(tenant.timeZone, clock.now());
  if (condition.is === "within") return daysOf(condition.span, today);
  const day = dayOf(condition.day, today);
  if (condition.is === "on") return { from: day, to: day };
  return condition.is === "before" ? { from: null, to: dayAfter(day, -1) } : { from: dayAfter(day), to: null };
}

function inDays({ from, to }: DayRange, kind: ColumnKind, { tenant }: Pick<Scope, "tenant">): Asked {
  const begins = (day: Day) => startOfDay(tenant.timeZone, day).toISOString();
  const exact = kind === "date";
  return {
    is: "range",
    currency: null,
    from: from === null ? null : { value: exact ? from : begins(from), inclusive: true },
    to: to === null ? null : exact ? { value: to, inclusive: true } : { value: begins(dayAfter(to)), inclusive: false },
  };
}

function between(
  { from, to }: Extract<Condition, { is: "between" }>,
  kind: ColumnKind,
  scope: Pick<Scope, "clock" | "tenant">,
): Asked {
  if (kind === "number" && typeof from === "number" && typeof to === "number")
    return { is: "range", from: at(from), to: at(to), currency: null };
  if (kind === "money" && hasAmount(from) && hasAmount(to)) {
    if (from.currency !== to.currency) throw malformed();
    return { is: "range", from: at(from.amount), to: at(to.amount), currency: from.currency };
  }
  if ((kind !== "date" && kind !== "instant") || !isDay(from) || !isDay(to)) throw malformed();
  const today = dayIn(scope.tenant.timeZone, scope.clock.now());
  return inDays({ from: dayOf(from, today), to: dayOf(to, today) }, kind, scope);
}

type Operand = Extract<Condition, { is: "between" }>["from"];
type DayOrAmount = Exclude<Operand, number>;

function hasAmount(operand: Operand): operand is Extract<DayOrAmount, { amount: number }> {
  return typeof operand === "object" && "amount" in operand;
}

function isDay(operand: Operand): operand is Exclude<DayOrAmount, { amount: number }> {
  return typeof operand === "string" || (typeof operand === "object" && !("amount" in operand));
}

const at = (value: number, inclusive = true): Bound => ({ value, inclusive });

type Comparison = Extract<Condition, { is: "eq" | "not-eq" | "lt" | "lte" | "gt" | "gte" }>;

function compared(condition: Comparison, kind: ColumnKind): Asked {
  const money = "amount" in condition;
  if (money !== (kind === "money")) throw malformed();
  const value = money ? condition.amount.amount : condition.number;
  const currency = money ? condition.amount.currency : null;
  if (condition.is === "not-eq") return { is: "not", value, currency };
  const range = (from: Bound | null, to: Bound | null): Asked => ({ is: "range", from, to, currency });
  const ways = {
    eq: range(at(value), at(value)),
    lt: range(null, at(value, false)),
    lte: range(null, at(value)),
    gt: range(at(value, false), null),
    gte: range(at(value), null),
  } as const;
  return ways[condition.is];
}
