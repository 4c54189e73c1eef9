/** A table as delimited text, with quotes where they are needed, or everywhere. */
export function writeCsv(
  rows: readonly (readonly string[])[],
  {
    delimiter = ",",
    lineEnd = "\n",
    quoteAll = false,
  }: { delimiter?: string; lineEnd?: string; quoteAll?: boolean } = {},
): string {
  const quoted = (cell: string) =>
    quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join("");
}
