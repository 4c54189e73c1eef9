import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { isAsMade, planRestore } from "./plan-restore.ts";
import { type Batch, readItems } from "./read-items.ts";
import { type UndoableTable, undoableTables } from "./undoable-tables.ts";
import { bringBackRows, type Patch, removeRows, restoreRows, type Written } from "./write-rows.ts";

/** Why a row was left as it is: its person was erased, it is gone, somebody changed it since, or something holds on to it. */
export const skipReasons = ["erased", "gone", "changed-since", "in-use"] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface Skip {
  readonly subjectType: UndoableTable;
  readonly subjectId: Id<string>;
  readonly reason: SkipReason;
  /** Of a row that was changed since, what of it was left. */
  readonly columns: readonly string[];
}

/** How many rows got their values again, went, and came back. */
export interface TakenBack {
  restored: number;
  removed: number;
  broughtBack: number;
}

/** Takes back every item of a change set; each row that it leaves, wholly or in part, is told to `skip`. */
export async function takeBack(
  ctx: Ctx,
  changeSetId: Id<"change_set">,
  skip: (skips: readonly Skip[]) => Promise<void>,
): Promise<TakenBack> {
  const count: TakenBack = { restored: 0, removed: 0, broughtBack: 0 };
  await holdHierarchy(ctx, changeSetId);
  for (const table of undoableTables) {
    for await (const batch of readItems(ctx, { changeSetId, table, kind: "erased" }))
      await skip(skipAll(batch, "erased"));
    for await (const batch of readItems(ctx, { changeSetId, table, kind: "removed" })) {
      const written = await bringBackRows(ctx, table, batch.items);
      count.broughtBack += written.done;
      await skip(inUse(table, written));
    }
    for await (const batch of readItems(ctx, { changeSetId, table, kind: "changed" }))
      count.restored += await restore(ctx, batch, skip);
  }
  // children before parents
  for (const table of undoableTables.toReversed())
    for await (const batch of readItems(ctx, { changeSetId, table, kind: "made" }))
      count.removed += await remove(ctx, batch, skip);
  return count;
}

/** Where companies go back to where they stood, before any of them is held: whoever moves one holds the hall's row first. */
async function holdHierarchy(ctx: Ctx, changeSetId: Id<"change_set">): Promise<void> {
  await sql`
    select from tenant where id = ${ctx.tenant.id} and exists (
      select from change_set_item
      where change_set_id = ${changeSetId} and subject_type = 'company' and after is not null and before ? 'parent_id')
    for no key update`.execute(ctx.db);
}

async function restore(ctx: Ctx, { table, items }: Batch, skip: (skips: Skip[]) => Promise<void>): Promise<number> {
  const patches: Patch[] = [];
  const skips: Skip[] = [];
  let asBefore = 0;
  for (const { id, now, before, after } of items) {
    if (!now) {
      skips.push({ subjectType: table, subjectId: id, reason: "gone", columns: [] });
      continue;
    }
    const { patch, changedSince } = planRestore({ table, now, before, after });
    if (changedSince.length > 0)
      skips.push({ subjectType: table, subjectId: id, reason: "changed-since", columns: changedSince });
    if (Object.keys(patch).length > 0) patches.push({ id, patch: stamped(ctx, now, patch) });
    else if (changedSince.length === 0) asBefore++;
  }
  const written = await restoreRows(ctx, table, patches);
  await skip([...skips, ...inUse(table, written)]);
  return written.done + asBefore;
}

/** Says when the row was written, where its old time does not come back. */
function stamped(ctx: Ctx, now: Patch["patch"], patch: Patch["patch"]): Patch["patch"] {
  return "updated_at" in now && !("updated_at" in patch) ? { ...patch, updated_at: ctx.clock.now() } : patch;
}

async function remove(ctx: Ctx, { table, items }: Batch, skip: (skips: Skip[]) => Promise<void>): Promise<number> {
  const there = items.flatMap(({ id, now, after }) => (now ? [{ id, now, after }] : []));
  const asMade = there.filter(({ now, after }) => isAsMade({ table, now, after }));
  const written = await removeRows(
    ctx,
    table,
    asMade.map(({ id }) => ({ id })),
  );
  const left = (rows: readonly { id: Id<string> }[], reason: SkipReason): Skip[] =>
    rows.map(({ id }) => ({ subjectType: table, subjectId: id, reason, columns: [] }));
  await skip([
    ...left(
      items.filter(({ now }) => !now),
      "gone",
    ),
    ...left(
      there.filter((row) => !asMade.includes(row)),
      "changed-since",
    ),
    ...inUse(table, written),
  ]);
  return written.done;
}

function skipAll({ table, items }: Batch, reason: SkipReason): Skip[] {
  return items.map(({ id }) => ({ subjectType: table, subjectId: id, reason, columns: [] }));
}

function inUse(table: UndoableTable, { inUse: ids }: Written): Skip[] {
  return ids.map((id) => ({ subjectType: table, subjectId: id, reason: "in-use", columns: [] }));
}

/** Keeps with the change set's items what was left, and why. */
export async function keepSkips(ctx: Ctx, changeSetId: Id<"change_set">, skips: readonly Skip[]): Promise<void> {
  if (skips.length === 0) return;
  await sql`
    update change_set_item i set undo_skip = jsonb_build_object('reason', s.reason, 'columns', s.columns)
    from jsonb_to_recordset(${JSON.stringify(skips)}::jsonb) as s ("subjectType" text, "subjectId" uuid, reason text, columns jsonb)
    where i.change_set_id = ${changeSetId} and i.subject_type = s."subjectType" and i.subject_id = s."subjectId"`.execute(
    ctx.db,
  );
}
