import { Readable } from "node:stream";
import type { Locale } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { type ExportWords, exportGrid } from "@guildhall/people";
import type { exportForm, exportSearch, GridName } from "@guildhall/people/schemas";
import type { z } from "zod";
import type { House } from "../../server/house.ts";
import { wordsIn } from "../../shell/words.ts";
import { columnWord, optionName } from "../grid/grid-columns.ts";

/** What a form says of the rows that were chosen: its own selection, or boxes that were ticked where no script ran. */
export async function postedSelection(request: Request): Promise<Record<string, unknown>> {
  const form = await request.formData();
  const ids = form.getAll("id");
  return { ...(ids.length > 0 && { selection: JSON.stringify({ ids }) }), ...Object.fromEntries(form) };
}

/** A grid as a file to download, written as fast as it is taken. */
export async function gridFile(
  house: House,
  scope: Scope,
  grid: GridName,
  asked: z.output<typeof exportSearch> | z.output<typeof exportForm>,
): Promise<Response> {
  const file = await exportGrid(house.database, scope, { grid, ...asked }, exportWords(grid, scope.locale));
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

function exportWords(grid: GridName, locale: Locale): ExportWords {
  const words = wordsIn(locale);
  return {
    heading: (column) => columnWord(grid, column)({}, { locale }),
    option: (column, option) => optionName(words, column, option),
  };
}
