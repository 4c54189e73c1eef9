/**
 * Which of the first rows names the columns, as an index; null if the rows are data from the start. Rows above it that
 * fill few columns are titles. The first full row decides: names are words, and data has addresses, numbers and dates.
 */
export function detectHeader(rows: readonly (readonly string[])[]): number | null {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  const most = Math.max(0, ...filled);
  const first = filled.findIndex((count) => count > most / 2);
  const row = rows[first];
  return row && isNames(row) ? first : null;
}

function isNames(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (texts.some((text) => text.length > 250 || /\S@[^\s@]+\.\S/.test(text))) return false;
  return texts.filter(isDatum).length < texts.length / 2;
}

/** A number, a phone or a date. */
const isDatum = (text: string) => /\d/.test(text) && /^[\d\s.,:;/+()'’¥￥$€£%年月日TZ-]+$/u.test(text);

/** Column names that are all different and never empty, and what had to be done for it. */
export function nameColumns(header: readonly string[] | null, width: number) {
  const notes: { column: number; code: "imports.header-doubled" | "imports.header-empty" }[] = [];
  const taken = new Set<string>();
  const columns = Array.from({ length: width }, (_, column) => {
    const written = (header?.[column] ?? "").replaceAll(/\s+/gu, " ").trim().slice(0, 200);
    if (written === "" && header) notes.push({ column, code: "imports.header-empty" });
    if (taken.has(written)) notes.push({ column, code: "imports.header-doubled" });
    const name = unused(written === "" ? columnLetters(column) : written, taken);
    taken.add(name);
    return name;
  });
  return { columns, notes };
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name} (${count})`;
  return candidate;
}

/** A, B, … Z, AA: what a spreadsheet calls its columns; `column` counts from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
