import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { refusedRowsFile } from "@guildhall/people";
import { z } from "zod";
import { workspaceRoute } from "../../../server/define-route.ts";
import { streamOf } from "../../../server/stream-of.ts";
import { wordsIn } from "../../../shell/words.ts";
import { sayProblem, sayReason } from "./reason-words.ts";

/** The rows that did not come in, with their reasons, to be mended and brought again. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), run: idSchema("import_run") }),
  permission: "people.bulk-edit",
}).open(async ({ scope, house, params }) => {
  const words = wordsIn(scope.locale);
  const { name, text } = await refusedRowsFile(house.database, scope, {
    runId: params.run,
    headings: { row: words.t(m.imports_row), reason: words.t(m.imports_reason) },
    say: ({ code, params: values, problems }, columns) =>
      [code ? sayReason(words, code, values) : "", ...problems.map((problem) => sayProblem(words, problem, columns))]
        .filter((line) => line !== "")
        .join("\n"),
  });
  return new Response(streamOf(text), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="refused.csv"; filename*=UTF-8''${encodeURIComponent(`${name}-refused.csv`)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
