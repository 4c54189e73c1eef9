/**
 * One line of CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it, full-width signs
 * too (OWASP, CSV injection): what somebody is called must not run on another's machine.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
