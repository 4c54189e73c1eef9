import type { Condition, Filter, GridSort } from "@guildhall/core/grid";
import type { FieldType, FieldValue } from "../../fields/field.ts";

/** A person as the test made them, kept beside the database. */
export interface Made {
  readonly id: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly email: string | null;
  readonly stage: string | null;
  readonly locale: string | null;
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly createdAt: string;
  readonly lastActivityAt: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export interface MadeField {
  readonly id: string;
  readonly type: FieldType;
  readonly options: readonly string[];
}

/** Everything that the oracle knows besides the people themselves. */
export interface Lore {
  readonly fields: readonly MadeField[];
  readonly stages: readonly string[];
  /** Names of tags as they sort. */
  readonly tagNames: ReadonlyMap<string, string>;
  readonly sortNames: ReadonlyMap<string, string>;
  readonly me: string;
}

type Value = FieldValue | null;
const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "");

function valueIn(row: Made, column: string): Value {
  const own: Record<string, Value> = {
    name: row.fullName,
    email: row.email,
    stage: row.stage,
    language: row.locale,
    tags: row.tags.length ? row.tags : null,
    owner: row.owner,
    createdAt: row.createdAt,
    lastActivityAt: row.lastActivityAt,
    member: false,
  };
  return column.startsWith("field:") ? (row.fields[column.slice(6)] ?? null) : (own[column] ?? null);
}

/** Whether a row is asked for, worked out anew from what the filter language promises. Days are all absolute here. */
export function holds(row: Made, filter: Filter, lore: Lore, dayIn: (instant: string) => string): boolean {
  if ("all" in filter) return filter.all.every((each) => holds(row, each, lore, dayIn));
  if ("any" in filter) return filter.any.some((each) => holds(row, each, lore, dayIn));
  const value = row.id ? valueIn(row, filter.column) : null;
  if (filter.is === "empty") return value === null && filter.column !== "member";
  if (filter.is === "filled") return value !== null || filter.column === "member";
  if (filter.is === "none-of") return !listOf(value).some((each) => meant(filter, lore).includes(each));
  if (filter.is === "is-not") return value === null || fold(String(value)) !== fold(filter.text);
  if (filter.is === "not-eq")
    return value === null || !equal(value, "amount" in filter ? filter.amount : filter.number);
  return value !== null && says(value, filter, lore, dayIn);
}

const listOf = (value: Value): string[] => (value === null ? [] : Array.isArray(value) ? [...value] : [String(value)]);
const meant = (condition: { chosen: readonly string[] }, lore: Lore) =>
  condition.chosen.map((each) => (each === "me" ? lore.me : each));

interface Amount {
  amount: number;
  currency: string;
}
const amountOf = (value: unknown): Amount | null =>
  typeof value === "object" && value !== null && "amount" in value ? (value as Amount) : null;

function equal(value: Value, operand: number | Amount): boolean {
  const [left, right] = [amountOf(value), amountOf(operand)];
  return left && right ? left.amount === right.amount && left.currency === right.currency : value === operand;
}

function says(value: FieldValue, condition: Condition, lore: Lore, dayIn: (instant: string) => string): boolean {
  const text = fold(String(value));
  const day = typeof value === "string" ? (/T.*Z$/.test(value) ? dayIn(value) : value) : "";
  switch (condition.is) {
    case "is":
      return text === fold(condition.text);
    case "contains":
      return text.includes(fold(condition.text));
    case "starts-with":
      return text.startsWith(fold(condition.text));
    case "true":
      return value === true;
    case "false":
      return value === false;
    case "any-of":
      return listOf(value).some((each) => meant(condition, lore).includes(each));
    case "all-of":
      return condition.chosen.every((each) => listOf(value).includes(each));
    case "on":
      return day === condition.day;
    case "before":
      return day < String(condition.day);
    case "after":
      return day > String(condition.day);
    case "between":
      if (typeof condition.from === "string") return day >= condition.from && day <= String(condition.to);
      return !less(value, condition.from) && !less(condition.to, value) && comparable(value, condition.from);
    case "eq":
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return compares(value, condition.is, "amount" in condition ? condition.amount : condition.number);
    default:
      return false;
  }
}

function comparable(left: unknown, right: unknown): boolean {
  const [one, other] = [amountOf(left), amountOf(right)];
  return one && other ? one.currency === other.currency : !one && !other;
}

function less(left: unknown, right: unknown): boolean {
  return Number(amountOf(left)?.amount ?? left) < Number(amountOf(right)?.amount ?? right);
}

function compares(value: unknown, is: "eq" | "lt" | "lte" | "gt" | "gte", operand: unknown): boolean {
  if (!comparable(value, operand)) return false;
  const [below, above] = [less(value, operand), less(operand, value)];
  return { eq: !below && !above, lt: below, lte: !above, gt: above, gte: !below }[is];
}

/** Everybody in the order of a column. */
export function inOrder(rows: readonly Made[], { column, direction }: GridSort, lore: Lore): Made[] {
  const sign = direction === "asc" ? 1 : -1;
  const placed = rows.map((row) => ({ row, keys: keysOf(row, column, lore) }));
  placed.sort((a, b) => {
    if (a.keys === null || b.keys === null)
      return a.keys === b.keys ? sign * compare(a.row.id, b.row.id) : a.keys === null ? 1 : -1;
    for (const [place, key] of a.keys.entries()) {
      const order = compare(key, b.keys[place] ?? "");
      if (order !== 0) return sign * order;
    }
    return sign * compare(a.row.id, b.row.id);
  });
  return placed.map(({ row }) => row);
}

/** As the database compares text of the "C" collation: by its bytes. */
function compare(left: string | number, right: string | number): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
}

function keysOf(row: Made, column: string, lore: Lore): (string | number)[] | null {
  if (column === "name") return [row.sortName];
  const value = valueIn(row, column);
  if (column === "member") return [0];
  if (value === null) return null;
  if (column === "stage") return [lore.stages.indexOf(String(value))];
  if (column === "owner") return [lore.sortNames.get(String(value)) ?? "", String(value)];
  if (column === "tags") {
    const [first] = listOf(value)
      .map((id) => [lore.tagNames.get(id) ?? "", id])
      .sort();
    return first ?? null;
  }
  const field = lore.fields.find(({ id }) => `field:${id}` === column);
  if (field?.type === "relation") return [lore.sortNames.get(String(value)) ?? "", String(value)];
  if (field?.options.length) return [Math.min(...listOf(value).map((each) => field.options.indexOf(each)))];
  const amount = amountOf(value);
  if (amount) return [amount.currency, amount.amount];
  if (typeof value === "number") return [value];
  return [String(value).toLowerCase().slice(0, 100)];
}
