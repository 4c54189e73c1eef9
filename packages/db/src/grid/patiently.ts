import { invalid, unavailable } from "@guildhall/core";
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { sqlState } from "../database.ts";

/** The longest that one statement of a page may take. */
const patience = "6s";

const cancelled = "57014";

/** What PostgreSQL says to a value that is not one of its column's type: a cursor of another list. */
const misfits: ReadonlySet<string> = new Set(["22003", "22007", "22008", "22021", "22P02"]);

/**
 * Runs the statements of a page, none longer than patience lasts, and none compiled first: that takes longer than most
 * of them. Leaves the transaction's settings as they were.
 */
export async function patiently<Result>(
  ctx: Ctx,
  { cursor }: { cursor: boolean },
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{ timeout: string; jit: string }>`
    select current_setting('statement_timeout') as timeout, current_setting('jit') as jit,
      set_config('statement_timeout', ${patience}, true), set_config('jit', 'off', true)`.execute(ctx.db);
  try {
    const result = await work();
    await sql`select set_config('statement_timeout', ${rows[0]?.timeout ?? "0"}, true), set_config('jit', ${rows[0]?.jit ?? "on"}, true)`.execute(
      ctx.db,
    );
    return result;
  } catch (error) {
    const state = sqlState(error);
    if (state === cancelled) throw unavailable("core.grid-too-slow");
    throw cursor && state !== null && misfits.has(state) ? invalid("core.cursor-malformed") : error;
  }
}
