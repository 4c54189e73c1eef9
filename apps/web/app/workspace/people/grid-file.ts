import { Readable } from "node:stream";
import type { Locale } from "@guildhall/core";
import type { ColumnId } from "@guildhall/core/grid";
import type { Scope } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { type ExportWords, exportGrid } from "@guildhall/people";
import type { exportSearch, GridName } from "@guildhall/people/schemas";
import type { z } from "zod";
import type { House } from "../../server/house.ts";
import { roleName } from "../../shell/role-name.ts";

const everything = { search: null, filter: null, sort: null };

/** A grid as a file to download, written as fast as it is taken. */
export async function gridFile(
  house: House,
  scope: Scope,
  grid: GridName,
  { question = everything, columns, format }: z.output<typeof exportSearch>,
): Promise<Response> {
  const file = await exportGrid(
    house.database,
    scope,
    { grid, question, columns: columns ?? null, format },
    wordsIn(scope.locale),
  );
  const day = scope.clock.now().toISOString().slice(0, 10);
  return new Response(Readable.toWeb(file.content) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": `attachment; filename="${scope.tenant.slug}-${grid}-${day}.${file.extension}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

const headings: Readonly<Record<ColumnId, typeof m.people_name>> = {
  name: m.people_name,
  email: m.people_email,
  phone: m.people_phone,
  role: m.people_role,
  createdAt: m.people_since,
};

function wordsIn(locale: Locale): ExportWords {
  return {
    heading: (column) => headings[column]?.({}, { locale }) ?? column,
    option: (column, option) => (column === "role" ? roleName(option)({}, { locale }) : option),
  };
}
