import { conflict, type Id, idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { sql } from "kysely";
import { z } from "zod";
import { recordChange } from "../audit/record-change.ts";
import { changeSetPolicy } from "./change-set.policy.ts";
import { type UndoableTable, undoableTables } from "./change-set.ts";

export const undoChangeSetInput = z.object({ changeSetId: idSchema("change_set") });

/** What undo did. Rows are skipped rather than guessed at, each with its reason. */
export interface Undone {
  readonly restored: number;
  readonly removed: number;
  readonly broughtBack: number;
  readonly skipped: readonly { subjectType: string; subjectId: Id<string>; reason: "erased" | "gone" | "changed-since" | "in-use" }[];
}

interface Item {
  subject_type: UndoableTable;
  subject_id: Id<string>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  redacted_at: Date | null;
}

/**
 * Takes a change set back. A row gets each column again that the change set changed and nobody has changed since; a row
 * that it made goes, a row that it removed comes back. Erased people stay erased. Undoing twice is a conflict.
 */
export async function undoChangeSet(ctx: Ctx, input: unknown): Promise<Undone> {
  const { changeSetId } = undoChangeSetInput.parse(input);
  const changeSet = await ctx.db.selectFrom("change_set").selectAll().where("id", "=", changeSetId).forUpdate().executeTakeFirst();
  if (!changeSet) throw notFound();
  changeSetPolicy.require(ctx.actor, "undo", { actorPersonId: changeSet.actor_person_id });
  if (changeSet.undone_at) throw conflict("tenancy.change-set-undone");

  const undone = await takeBack(ctx, changeSetId);

  await ctx.db
    .updateTable("change_set")
    .set({ undone_at: ctx.clock.now(), undone_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null })
    .where("id", "=", changeSetId)
    .execute();
  await recordChange(ctx, { action: "change-set.undone", subjectType: "change_set", subjectId: changeSetId, changeSetId, before: null, after: { ...undone, skipped: undone.skipped.length } });
  await appendFact(ctx, "tenancy.change-set-undone", { changeSetId });
  return undone;
}

async function takeBack(ctx: Ctx, changeSetId: Id<"change_set">): Promise<Undone> {
  const undone = { restored: 0, removed: 0, broughtBack: 0, skipped: [] as Undone["skipped"][number][] };
  const skip = (item: Item, reason: Undone["skipped"][number]["reason"]) => undone.skipped.push({ subjectType: item.subject_type, subjectId: item.subject_id, reason });

  const removals = [...undoableTables].reverse(); // children before parents
  for (const table of undoableTables) {
    for (const item of await itemsOf(ctx, changeSetId, table)) {
      if (item.redacted_at) skip(item, "erased");
      else if (item.after === null) undone.broughtBack += await bringBack(ctx, item);
      else if (item.before !== null) {
        const outcome = await restoreColumns(ctx, item, item.before, item.after);
        if (outcome === "restored") undone.restored++;
        else skip(item, outcome);
      }
    }
  }
  for (const table of removals) {
    for (const item of await itemsOf(ctx, changeSetId, table)) {
      if (item.before !== null || item.redacted_at) continue;
      const outcome = await removeRow(ctx, item);
      if (outcome === "removed") undone.removed++;
      else skip(item, outcome);
    }
  }
  return undone;
}

async function itemsOf(ctx: Ctx, changeSetId: Id<"change_set">, table: UndoableTable): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select subject_type, subject_id, before, after, redacted_at from change_set_item
    where change_set_id = ${changeSetId} and subject_type = ${table} order by subject_id`.execute(ctx.db);
  return rows;
}

async function restoreColumns(ctx: Ctx, { subject_type, subject_id }: Item, before: Record<string, unknown>, after: Record<string, unknown>) {
  const { rows } = await sql<{ now: Record<string, unknown> }>`
    select to_jsonb(t) as now from ${sql.table(subject_type)} t where id = ${subject_id} for update`.execute(ctx.db);
  const now = rows[0]?.now;
  if (!now) return "gone";
  const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
  const changed = Object.keys(before).filter((column) => !same(before[column], after[column]));
  const restorable = changed.filter((column) => same(now[column], after[column]));
  if (restorable.length === 0) return changed.length === 0 ? "restored" : "changed-since";
  const assignments = restorable.map((column) => sql`${sql.ref(column)} = old.${sql.ref(column)}`);
  await sql`update ${sql.table(subject_type)} t set ${sql.join(assignments)}
    from jsonb_populate_record(null::${sql.table(subject_type)}, ${JSON.stringify(before)}::jsonb) old
    where t.id = ${subject_id}`.execute(ctx.db);
  return "restored";
}

async function bringBack(ctx: Ctx, { subject_type, before }: Item): Promise<number> {
  const { numAffectedRows } = await sql`insert into ${sql.table(subject_type)}
    select (jsonb_populate_record(null::${sql.table(subject_type)}, ${JSON.stringify(before)}::jsonb)).* on conflict do nothing`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

async function removeRow(ctx: Ctx, { subject_type, subject_id }: Item): Promise<"removed" | "gone" | "in-use"> {
  const place = sql.ref(`undo_row`);
  await sql`savepoint ${place}`.execute(ctx.db);
  try {
    const { numAffectedRows } = await sql`delete from ${sql.table(subject_type)} where id = ${subject_id}`.execute(ctx.db);
    await sql`release savepoint ${place}`.execute(ctx.db);
    return numAffectedRows ? "removed" : "gone";
  } catch {
    await sql`rollback to savepoint ${place}`.execute(ctx.db); // something else holds on to the row by now
    return "in-use";
  }
}
