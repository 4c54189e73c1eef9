import { conflict, notFound } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { findFile } from "@guildhall/files";
import { hintsInput } from "./import-run.ts";
import { inspectFile, sourceOf } from "./inspect-file.ts";
import { moveRun } from "./move-run.ts";
import { findRun } from "./run.queries.ts";
import { after } from "./run-state.ts";
import { type ImportHouse, layoutColumns } from "./start-import.ts";

/** Reads the file anew, as somebody says that it is made, and proposes its columns anew. */
export async function changeReading({ database, files }: ImportHouse, scope: Scope, input: unknown): Promise<void> {
  const { runId, hints } = hintsInput.parse(input);
  const key = await database.withTenant(
    scope,
    async (ctx) => {
      const run = await findRun(ctx, runId);
      if (!after(run.state, "change")) throw conflict("imports.not-now", { state: run.state });
      if (!run.fileId) throw notFound("imports.file-gone");
      return (await findFile(ctx, run.fileId)).storageKey;
    },
    { readOnly: true },
  );
  const inspected = await inspectFile(sourceOf(files, key), hints);
  await database.withTenant(scope, async (ctx) => {
    await findRun(ctx, runId);
    await moveRun(ctx, runId, "change", { hints: JSON.stringify(hints), ...(await layoutColumns(ctx, inspected)) });
  });
}
