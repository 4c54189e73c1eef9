import type { Locale } from "@guildhall/core";
import { dateTimeFormat, formatDateTime, formatMoney, formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { KitWords } from "../words/use-kit-words.ts";
import { type CellValue, type GridChoice, type GridColumn, idsOf, moneyOf, recordOf } from "./column.ts";
import { dayText } from "./filter-words.ts";

/** How cells are written: in which language, in whose time. */
export type CellWords = KitWords & { readonly zone: string };

/** What a cell says in words: what is copied, and what is shown where nothing more is drawn. */
export function cellText(column: GridColumn, value: CellValue | undefined, words: CellWords): string {
  if (value === null || value === undefined) return "";
  const { locale, zone, t } = words;
  if (typeof value === "boolean") return t(value ? m.grid_yes : m.grid_no);
  if (typeof value === "number") return numberText(value, column.decimals, locale);
  if (typeof value === "string") {
    if (column.kind === "date") return dayText(value, locale);
    if (column.kind === "instant") return instantText(value, locale, zone);
    return choiceOf(column, value)?.name ?? value;
  }
  const money = moneyOf(value);
  if (money) return formatMoney(money, locale);
  const record = recordOf(value);
  if (record) return record.name;
  return idsOf(value)
    .map((id) => choiceOf(column, id)?.name ?? id)
    .join(t(m.grid_comma));
}

/** The day, and the hour only when somebody points at it: see the title of the cell. */
export function instantDay(value: string, locale: Locale, zone: string): string {
  return dateTimeFormat(locale, { dateStyle: "medium", timeZone: zone }).format(new Date(value));
}

function instantText(value: string, locale: Locale, zone: string): string {
  return formatDateTime(new Date(value), { locale, timeZone: zone });
}

function numberText(value: number, decimals: number | undefined, locale: Locale): string {
  if (decimals === undefined) return formatNumber(value, locale);
  return value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A choice by its id; asked for in every cell, so each list is indexed once. */
export function choiceOf({ choices }: GridColumn, id: string): GridChoice | undefined {
  if (!choices) return undefined;
  const known = indexes.get(choices) ?? new Map(choices.map((choice) => [choice.id, choice]));
  indexes.set(choices, known);
  return known.get(id);
}

const indexes = new WeakMap<readonly GridChoice[], ReadonlyMap<string, GridChoice>>();
