import type { Cell } from "./cell.ts";

/** By the mark at its beginning, spreadsheets know that it is UTF-8. */
export const byteOrderMark = "\ufeff";

/** One line of CSV (RFC 4180). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  switch (cell.is) {
    case "text":
      return quoted(harmless(cell.text));
    case "number":
      return cell.decimals === undefined ? String(cell.number) : cell.number.toFixed(cell.decimals);
    case "flag":
      return cell.flag ? "true" : "false";
    case "day":
      return cell.day;
    case "instant":
      return cell.wall.replace("T", " ");
  }
}

const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** A number to call, or any other: a sign and digits run nothing, and whoever reads it finds it as it is. */
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it, full-width signs too (OWASP, CSV
 * injection): what somebody is called must not run on another's machine.
 */
function harmless(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
