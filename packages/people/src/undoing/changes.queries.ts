import type { Id, Page, PageOf } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type ChangeSet, getChangeSet, type LeftRow, listUndoSkips } from "@guildhall/tenancy";
import { sql } from "kysely";
import { z } from "zod";
import { after, runStates } from "../imports/engine/runs/run-state.ts";

/** A change set with what hangs on it, for its page. */
export interface Changes extends ChangeSet {
  /** The import that it came from. */
  readonly importRunId: Id<"import_run"> | null;
  /** Whether what made it is still at work. */
  readonly running: boolean;
  /** Of a merge that stands: the records, and whether a later merge has to be taken back first. */
  readonly merge: {
    readonly kept: { readonly id: Id<"person">; readonly name: string };
    readonly merged: { readonly id: Id<"person">; readonly name: string };
    readonly laterFirst: boolean;
  } | null;
}

/** A change set, with how what made it stands. */
export async function getChanges(ctx: Ctx, changeSetId: Id<"change_set">): Promise<Changes> {
  const changeSet = await getChangeSet(ctx, changeSetId);
  const run = await importOf(ctx, changeSetId);
  const merge = await mergeOf(ctx, changeSetId);
  const bulkRuns = changeSet.kind === "bulk-edit" && (await runsStill(ctx, changeSetId));
  const mayNow = run === null || after(run.state, "undo") !== null;
  return {
    ...changeSet,
    importRunId: run?.id ?? null,
    running: bulkRuns || (run !== null && ["queued", "running", "paused"].includes(run.state)),
    undoing: changeSet.undoing || run?.state === "undoing",
    mayUndo: changeSet.mayUndo && mayNow && !(merge?.laterFirst ?? false),
    merge,
  };
}

async function importOf(ctx: Ctx, changeSetId: Id<"change_set">) {
  const run = await ctx.db
    .selectFrom("import_run")
    .select(["id", "state"])
    .where("change_set_id", "=", changeSetId)
    .executeTakeFirst();
  return run ? { id: run.id, state: z.enum(runStates).parse(run.state) } : null;
}

async function runsStill(ctx: Ctx, changeSetId: Id<"change_set">): Promise<boolean> {
  const run = await ctx.db
    .selectFrom("bulk_run")
    .select("id")
    .where("change_set_id", "=", changeSetId)
    .where("state", "in", ["waiting", "running", "paused"])
    .executeTakeFirst();
  return run !== undefined;
}

async function mergeOf(ctx: Ctx, changeSetId: Id<"change_set">): Promise<Changes["merge"]> {
  const row = await ctx.db
    .selectFrom("person_merge as m")
    .innerJoin("person as k", (join) =>
      join.onRef("k.tenant_id", "=", "m.tenant_id").onRef("k.id", "=", "m.kept_person_id"),
    )
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "m.tenant_id").onRef("p.id", "=", "m.merged_person_id"),
    )
    .select(["k.id as keptId", "k.full_name as keptName", "p.id as mergedId", "p.full_name as mergedName"])
    .select(sql<boolean>`k.canonical_id is not null`.as("laterFirst"))
    .where("m.change_set_id", "=", changeSetId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    kept: { id: row.keptId, name: row.keptName },
    merged: { id: row.mergedId, name: row.mergedName },
    laterFirst: row.laterFirst,
  };
}

/** A row that undo left, with what it is called. */
export interface NamedLeft extends LeftRow {
  /** Of a person or what is a person's, their name; null where there is none any more. */
  readonly name: string | null;
  /** The record whose page shows it. */
  readonly page: { readonly kind: "people" | "companies"; readonly id: string } | null;
}

/** The rows that taking a change set back left, with their names, and the names of the fields among their columns. */
export async function listLeft(
  ctx: Ctx,
  changeSetId: Id<"change_set">,
  page: Page,
): Promise<{ rows: PageOf<NamedLeft>; fields: Readonly<Record<string, string>> }> {
  const found = await listUndoSkips(ctx, changeSetId, page);
  const people = await peopleOf(ctx, found.rows);
  const others = await namesOfOthers(ctx, found.rows);
  const rows = found.rows.map((row): NamedLeft => {
    const person = row.personId === null ? undefined : people.get(row.personId);
    if (person) return { ...row, name: person.name, page: { kind: "people", id: person.root } };
    const name = others.get(row.subjectId) ?? null;
    const isCompany = row.subjectType === "company" && name !== null;
    return { ...row, name, page: isCompany ? { kind: "companies", id: row.subjectId } : null };
  });
  return { rows: { ...found, rows }, fields: await fieldNames(ctx, found.rows) };
}

async function peopleOf(ctx: Ctx, rows: readonly LeftRow[]) {
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  if (ids.length === 0) return new Map<Id<"person">, { name: string; root: Id<"person"> }>();
  const people = await ctx.db
    .selectFrom("person")
    .select((person) => ["id", "full_name as name", person.fn.coalesce("canonical_id", "id").as("root")])
    .where("id", "in", ids)
    .where("erased_at", "is", null)
    .execute();
  return new Map(people.map(({ id, name, root }) => [id, { name, root }]));
}

/** What else has a name. */
async function namesOfOthers(ctx: Ctx, rows: readonly LeftRow[]): Promise<Map<string, string>> {
  const ids = rows.map(({ subjectId }) => subjectId);
  if (ids.length === 0) return new Map();
  const named = await sql<{ id: string; name: string }>`
    select id, name from company where id = any (${ids}::uuid[])
    union all select id, name from tag where id = any (${ids}::uuid[])
    union all select id, name from field where id = any (${ids}::uuid[])
    union all select id, name from audience where id = any (${ids}::uuid[])
    union all select id, domain from company_domain where id = any (${ids}::uuid[])`.execute(ctx.db);
  return new Map(named.rows.map(({ id, name }) => [id, name]));
}

/** Columns of a hall's own fields as skips write them, "fields.ID", by what they are called. */
async function fieldNames(ctx: Ctx, rows: readonly LeftRow[]): Promise<Record<string, string>> {
  const ids = rows.flatMap(({ columns }) =>
    columns.flatMap((column) => (column.startsWith("fields.") ? [column.slice("fields.".length)] : [])),
  );
  if (ids.length === 0) return {};
  const { rows: named } = await sql<{ id: string; name: string }>`
    select id, name from field where id = any (${ids}::uuid[])`.execute(ctx.db);
  return Object.fromEntries(named.map(({ id, name }) => [`fields.${id}`, name]));
}
