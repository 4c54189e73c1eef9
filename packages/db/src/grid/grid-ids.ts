import type { Id } from "@guildhall/core";
import type { GridQuestion } from "@guildhall/core/grid";
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { planFor, usualBounds } from "./choose-places.ts";
import type { GridSource } from "./grid-source.ts";
import { onceEach } from "./index-sets.ts";
import { matching, rowsOf } from "./read-places.ts";
import { settleQuestion } from "./settle-question.ts";

interface Part {
  /** The last id that was had before; null to begin with. */
  readonly after: string | null;
  readonly limit: number;
  readonly exclude: readonly string[];
}

/**
 * The next ids of everything that matches, in the order of ids whatever the question's own order: for work on all of
 * it, which may change what it asks about while it goes. An empty list is the end.
 */
export async function gridIds<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  source: GridSource<Row>,
  question: GridQuestion,
  { after, limit, exclude }: Part,
): Promise<Id<string>[]> {
  const plan = await planFor(ctx, settleQuestion(ctx, source, question), usualBounds);
  const from = plan.few ? rowsOf(source, onceEach(plan.few.set)) : sql`${source.table} r`;
  const { rows } = await sql<{ id: Id<string> }>`
    select r.id from ${from} where ${matching(source, plan.conjuncts)}
      ${after === null ? sql`` : sql`and r.id > ${after}::uuid`} and r.id <> all (${[...exclude]}::uuid[])
    order by r.id limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
