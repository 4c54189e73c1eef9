import { refuseFile } from "./refuse-file.ts";
import type { ReadingHints, Source, Table } from "./table.ts";

export async function openWorkbook(_source: Source, _hints: ReadingHints): Promise<Table> {
  throw refuseFile("imports.not-a-workbook");
}
