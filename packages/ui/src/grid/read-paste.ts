import { m } from "@guildhall/i18n/messages";
import { readCell } from "./cell-input.ts";
import { areaOf, type CellPlace } from "./cell-steps.ts";
import type { CellWords } from "./cell-text.ts";
import type { CellValue, GridChoice, GridColumn, GridRow } from "./column.ts";
import type { FindChoices } from "./option-picker.tsx";

type Block = {
  readonly lines: readonly (readonly string[])[];
  readonly at: CellPlace;
  readonly from: CellPlace | null;
};

/** Where each text of a block belongs: from the first cell on, or over and over where one text stands for an area. */
export function spreadBlock({ lines, at, from }: Block): readonly { readonly at: CellPlace; readonly text: string }[] {
  const area = areaOf(at, from ?? at);
  const high = Math.max(lines.length, roundDown(area.bottom - area.top + 1, lines.length));
  const across = Math.max(...lines.map((line) => line.length));
  const wide = Math.max(across, roundDown(area.right - area.left + 1, across));
  return Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (_unused, column) => ({
      at: { row: area.top + row, column: area.left + column },
      text: lines[row % lines.length]?.[column % across] ?? "",
    })),
  ).flat();
}

/** An area that is a multiple of the block is filled with it; any other takes it once. */
function roundDown(room: number, size: number): number {
  return size > 0 && room % size === 0 ? room : size;
}

type Reading = {
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly text: string;
  readonly words: CellWords;
  readonly find: FindChoices | undefined;
};
export type Pasted = { readonly ok: true; readonly value: CellValue } | { readonly ok: false };

/** What a text means in a column: words of a list by their names, records by the one whose name it is. */
export async function readPasted({ row, column, text, words, find }: Reading): Promise<Pasted> {
  const line = text.trim();
  if (line === "") return { ok: true, value: column.kind === "choices" ? [] : null };
  switch (column.kind) {
    case "choice": {
      const choice = namedChoice(column.choices, line);
      return choice ? { ok: true, value: choice.id } : { ok: false };
    }
    case "choices": {
      const names = line.split(/[,;，、；]/).filter((name) => name.trim() !== "");
      const found = names.flatMap((name) => namedChoice(column.choices, name.trim()) ?? []);
      return found.length === names.length ? { ok: true, value: found.map(({ id }) => id) } : { ok: false };
    }
    case "record":
      return recordNamed(line, column, find);
    case "boolean":
      return truthOf(line, words);
    default: {
      const read = readCell(column, dayIn(column, line), row.cells[column.id] ?? null, words.zone);
      return read.ok ? read : { ok: false };
    }
  }
}

async function recordNamed(name: string, { choices }: GridColumn, find: FindChoices | undefined): Promise<Pasted> {
  const known = namedChoice(choices, name);
  if (known) return { ok: true, value: { id: known.id, name: known.name } };
  if (!find) return { ok: false };
  const found = (await find(name, new AbortController().signal)).filter(({ label }) => alike(label, name));
  const [only] = found;
  return only && found.length === 1 ? { ok: true, value: { id: only.value, name: only.label } } : { ok: false };
}

function namedChoice(choices: readonly GridChoice[] | undefined, name: string): GridChoice | undefined {
  return choices?.find((choice) => alike(choice.name, name)) ?? choices?.find(({ id }) => id === name);
}

function alike(one: string, other: string): boolean {
  return one.normalize("NFKC").toLowerCase() === other.normalize("NFKC").toLowerCase();
}

function truthOf(text: string, { t }: CellWords): Pasted {
  const word = text.toLowerCase();
  if (["true", "yes", "1", "是", t(m.grid_yes).toLowerCase()].includes(word)) return { ok: true, value: true };
  if (["false", "no", "0", "否", t(m.grid_no).toLowerCase()].includes(word)) return { ok: true, value: false };
  return { ok: false };
}

/** 2026/3/2 and 2026年3月2日 are days too. */
function dayIn({ kind }: GridColumn, text: string): string {
  if (kind !== "date" && kind !== "instant") return text;
  const [, year, month = "", day = "", rest = ""] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(.*)$/.exec(text) ?? [];
  if (!year) return text;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (kind === "date") return date;
  const [, hour = "0", minute = "00"] = /(\d{1,2}):(\d{2})/.exec(rest) ?? [];
  return `${date}T${hour.padStart(2, "0")}:${minute}`;
}
