import type { Id } from "@guildhall/core";
import { type Ctx, savepoint, sqlState } from "@guildhall/db";
import { sql } from "kysely";
import type { UndoableTable } from "./change-set.ts";

/** Why a row was left as it is: its person was erased, it is gone, somebody changed it since, or something holds on to it. */
export type SkipReason = "erased" | "gone" | "changed-since" | "in-use";
export type Outcome = "restored" | "removed" | "broughtBack" | SkipReason;

type Image = Record<string, unknown>;

export interface Item {
  readonly subject_type: UndoableTable;
  readonly subject_id: Id<string>;
  readonly subject_version: number | null;
  readonly before: Image | null;
  readonly after: Image | null;
  readonly redacted_at: Date | null;
}

/** Columns that count changes rather than being one: never compared, never put back. */
const bookkeeping: ReadonlySet<string> = new Set(["version", "updated_at"]);

/** Gives a row each column again that its change set changed and nobody has changed since. */
export async function restoreColumns(ctx: Ctx, item: Item): Promise<Outcome> {
  const row = await readForUpdate(ctx, item);
  if (!row) return "gone";
  const { now, before, after } = row;
  const changed = columnsOf(item.before).filter((column) => !same(before[column], after[column]));
  const restorable = changed.filter((column) => same(now[column], after[column]));
  if (restorable.length === 0) return changed.length === 0 ? "restored" : "changed-since";
  const assignments = restorable.map((column) => sql`${sql.ref(column)} = old.${sql.ref(column)}`);
  if ("updated_at" in now) assignments.push(sql`updated_at = ${ctx.clock.now()}`);
  const table = sql.table(item.subject_type);
  return inUseUnlessDone(ctx, "restored", () =>
    sql`update ${table} t set ${sql.join(assignments)}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(item.before)}::jsonb) old
      where t.id = ${item.subject_id}`.execute(ctx.db),
  );
}

/** Puts back a row that its change set removed; its version goes on from where its facts stand. */
export async function bringBack(
  ctx: Ctx,
  { subject_type, subject_id, subject_version, before }: Item,
): Promise<Outcome> {
  const table = sql.table(subject_type);
  const reached = sql`greatest((${JSON.stringify(before)}::jsonb->>'version')::bigint, ${subject_version}::bigint,
    (select max(subject_version) from fact where subject_type = ${subject_type} and subject_id = ${subject_id}))`;
  return inUseUnlessDone(ctx, "broughtBack", () =>
    sql`insert into ${table} select (jsonb_populate_record(null::${table}, ${JSON.stringify(before)}::jsonb
      || jsonb_build_object('version', coalesce(${reached}, 1)))).*`.execute(ctx.db),
  );
}

/** Takes out a row that its change set made, unless somebody has changed it since or something refers to it. */
export async function removeRow(ctx: Ctx, item: Item): Promise<Outcome> {
  const row = await readForUpdate(ctx, item);
  if (!row) return "gone";
  if (columnsOf(item.after).some((column) => !same(row.now[column], row.after[column]))) return "changed-since";
  return inUseUnlessDone(ctx, "removed", () =>
    sql`delete from ${sql.table(item.subject_type)} where id = ${item.subject_id}`.execute(ctx.db),
  );
}

/** The row as it is, locked, and its images written the way the database writes rows, so that they compare. */
async function readForUpdate(
  ctx: Ctx,
  { subject_type, subject_id, before, after }: Item,
): Promise<{ now: Image; before: Image; after: Image } | undefined> {
  const table = sql.table(subject_type);
  const image = (value: Image | null) =>
    sql`to_jsonb(jsonb_populate_record(null::${table}, ${JSON.stringify(value ?? {})}::jsonb))`;
  const { rows } = await sql<{ now: Image; before: Image; after: Image }>`
    select to_jsonb(t) as now, ${image(before)} as before, ${image(after)} as after from ${table} t where id = ${subject_id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

function columnsOf(image: Image | null): string[] {
  return Object.keys(image ?? {}).filter((column) => !bookkeeping.has(column));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

const uniqueViolation = "23505";
const foreignKeyViolation = "23503";

async function inUseUnlessDone(ctx: Ctx, outcome: Outcome, work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await savepoint(ctx.db, work);
    return outcome;
  } catch (error) {
    const state = sqlState(error);
    if (state === uniqueViolation || state === foreignKeyViolation) return "in-use";
    throw error;
  }
}
