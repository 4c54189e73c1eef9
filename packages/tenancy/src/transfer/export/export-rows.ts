import { AppError } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type ArchiveWriter, quoteName, type Table, writeParts } from "@guildhall/db/copy";
import { longestLine } from "../format/longest-line.ts";
import { pagesOf } from "./pages-of.ts";

/** Adds the tenant's rows of a table as JSON Lines, by primary key; resolves to how many there are. */
export async function exportRows(ctx: Ctx, archive: ArchiveWriter, table: Table): Promise<number> {
  const order = (table.primaryKey.length > 0 ? table.primaryKey : table.columns.map(({ name }) => name)).map(quoteName);
  const statement = `select ${rowAsJson(table)} as line from ${quoteName(table.name)} order by ${order.join(", ")}`;
  const parts = writeParts(archive, `tables/${table.name}`, "jsonl");
  let rows = 0;
  for await (const lines of pagesOf(ctx, statement)) {
    for (const line of lines) {
      if (line.length > longestLine) throw new AppError("too-large", "transfer.row-too-large", { table: table.name });
      await parts.write(`${line}\n`);
    }
    rows += lines.length;
  }
  await parts.end();
  return rows;
}

/**
 * A row as PostgreSQL writes it, so that no digit of it passes through a JavaScript number. What is null is left out:
 * a jsonb column may hold JSON's own null, and that is something else.
 */
export function rowAsJson({ columns }: Pick<Table, "columns">): string {
  const pairs = columns.map(({ name, type }) => {
    const value = type === "json" ? `${quoteName(name)}::jsonb` : quoteName(name);
    return `'${name.replaceAll("'", "''")}' value ${value}`;
  });
  return `json_object(${pairs.join(", ")} absent on null returning text)`;
}
