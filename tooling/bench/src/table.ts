export type Row = readonly string[];

/** Columns as wide as their widest cell; the first to the left, figures to the right. */
export function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) =>
    widths
      .map((width, column) => (column === 0 ? (row[column] ?? "").padEnd(width) : (row[column] ?? "").padStart(width)))
      .join("   ");
  const rule = widths.map((width) => "─".repeat(width)).join("   ");
  return [line(head), rule, ...rows.map(line)].map((text) => `  ${text.trimEnd()}`).join("\n");
}
