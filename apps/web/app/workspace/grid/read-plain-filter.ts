import { readDecimal, readMinorUnits, writeDecimal } from "@guildhall/core";
import { type Filter, filterSchema } from "@guildhall/core/grid";
import type { GridColumn } from "@guildhall/ui/grid";

/** How a condition compares that is written in a plain form. */
export const plainHows = ["contains", "is", "is-not", "above", "below", "empty", "filled"] as const;
export type PlainHow = (typeof plainHows)[number];

/** The condition that a column, a word for how and a text make together; null where they make none. */
export function readPlainFilter(column: GridColumn, how: PlainHow, text: string): Filter | null {
  const written = how === "empty" || how === "filled" ? { is: how } : compared(column, how, text.trim());
  const parsed = written && filterSchema.safeParse({ column: column.id, ...written });
  return parsed?.success ? parsed.data : null;
}

function compared(column: GridColumn, how: Exclude<PlainHow, "empty" | "filled">, text: string): object | null {
  switch (column.kind) {
    case "text":
      return how === "above" || how === "below" ? null : { is: how, text };
    case "number": {
      const decimal = readDecimal(text);
      return decimal ? { is: NUMBERS[how], number: Number(writeDecimal(decimal)) } : null;
    }
    case "money": {
      const currency = column.currency ?? "CNY";
      const amount = readMinorUnits(text, currency);
      return amount === undefined ? null : { is: NUMBERS[how], amount: { amount, currency } };
    }
    case "date":
    case "instant":
      return how === "is-not" ? null : { is: DAYS[how], day: text };
    case "boolean":
      return { is: YES.has(text.toLowerCase()) === (how !== "is-not") ? "true" : "false" };
    default: {
      const found = column.choices?.find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase());
      return found ? { is: how === "is-not" ? "none-of" : "any-of", chosen: [found.id] } : null;
    }
  }
}

const NUMBERS = { contains: "eq", is: "eq", "is-not": "not-eq", above: "gt", below: "lt" } as const;
const DAYS = { contains: "on", is: "on", above: "after", below: "before" } as const;
const YES = new Set(["yes", "true", "1", "是"]);
