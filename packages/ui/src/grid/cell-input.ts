import { readDecimal, readMinorUnits, writeDecimal, writeMinorUnits } from "@guildhall/core";
import { parseAbsolute } from "@internationalized/date";
import { wallTime } from "../dates/wall-time.ts";
import { type CellValue, type GridColumn, moneyOf } from "./column.ts";

type Read =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly wrong: "number" | "amount" | "date" };

/** What somebody wrote into a cell, by its column's kind; nothing written is no value. */
export function readCell(column: GridColumn, text: string, before: CellValue, zone: string): Read {
  const line = text.trim();
  if (line === "") return { ok: true, value: null };
  switch (column.kind) {
    case "number": {
      const decimal = readDecimal(line);
      return decimal ? { ok: true, value: Number(writeDecimal(decimal)) } : { ok: false, wrong: "number" };
    }
    case "money": {
      const currency = moneyOf(before)?.currency ?? column.currency ?? "CNY";
      const amount = readMinorUnits(line, currency);
      return amount === undefined ? { ok: false, wrong: "amount" } : { ok: true, value: { amount, currency } };
    }
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(line) ? { ok: true, value: line } : { ok: false, wrong: "date" };
    case "instant": {
      const at = wallTime(line, zone);
      return at.kind === "none" ? { ok: false, wrong: "date" } : { ok: true, value: at.moment.toISOString() };
    }
    default:
      return { ok: true, value: line };
  }
}

/** A cell's value as it stands in the input that writes it. */
export function writeCell({ kind }: GridColumn, value: CellValue, zone: string): string {
  if (value === null) return "";
  const money = moneyOf(value);
  if (money) return writeMinorUnits(money.amount, money.currency);
  if (kind === "instant" && typeof value === "string") return parseAbsolute(value, zone).toString().slice(0, 16);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
