import { refuseFile } from "./refuse-file.ts";
import { sniffFormat } from "./sniff-format.ts";
import type { ReadingHints, Source, Table } from "./table.ts";
import { openTextTable } from "./text-table.ts";
import { openWorkbook } from "./xlsx/open-workbook.ts";

/**
 * Opens CSV, TSV and their like, or a workbook (XLSX), as a stream of rows in bounded memory. Encoding, delimiter, sheet
 * and header are detected where `hints` do not name them. A file that is no table, or holds names alone, is refused.
 */
export async function openTable(source: Source, hints: ReadingHints = {}): Promise<Table> {
  const format = await sniffFormat(source);
  const table = format === "xlsx" ? await openWorkbook(source, hints) : await openTextTable(source, hints);
  if (await hasRows(table)) return table;
  await table.close();
  throw refuseFile("imports.no-rows");
}

async function hasRows(table: Table): Promise<boolean> {
  for await (const item of table.rows()) if (item.kind !== "empty") return true;
  return false;
}
