import { conflict, type Id } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Updateable } from "kysely";
import type { ImportRun } from "./import-run.ts";
import { readRun } from "./run.queries.ts";
import { after, type RunEvent } from "./run-state.ts";

type Columns = Omit<Updateable<DB["import_run"]>, "tenant_id" | "id" | "state">;

/** Lets something happen to an import, which is held; a conflict where it cannot happen in its state. */
export async function moveRun(
  ctx: Ctx,
  id: Id<"import_run">,
  event: RunEvent,
  columns: Columns = {},
): Promise<ImportRun> {
  const run = await readRun(ctx, id, { lock: true });
  const state = after(run.state, event);
  if (!state) throw conflict("imports.not-now", { state: run.state });
  await ctx.db
    .updateTable("import_run")
    .set({ ...columns, state })
    .where("id", "=", id)
    .execute();
  return { ...run, state };
}
