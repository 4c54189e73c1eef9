import { type Actor, type Id, newId } from "@guildhall/core";
import { personActor } from "@guildhall/tenancy";
import { actorWith, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { createList } from "../audiences/create-list.ts";
import { deleteList } from "../audiences/delete-list.ts";
import { bulkEdit } from "../bulk/bulk-edit.ts";
import { runBatch } from "../bulk/run-bulk-edit.ts";
import { carryOut } from "../imports/engine/jobs/run-job.ts";
import { takeBackRun } from "../imports/engine/jobs/undo-job.ts";
import { givenImports, useImportFiles } from "../imports/engine/test/given-imports.ts";
import { mergePeople } from "../merging/merge-people.ts";
import { getChanges } from "./changes.queries.ts";
import { undoChanges } from "./undo-changes.ts";

const db = useDatabase();
const files = useImportFiles();
const rowsOf = async (text: string, ...values: unknown[]) => (await db.owner.query(text, values)).rows;

async function someHall() {
  const hall = await givenImports(db, files);
  if (hall.manager.kind !== "person") throw new Error("The manager is somebody.");
  await db.owner.query(
    "insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, 'manager', $3)",
    [hall.tenant.id, hall.manager.personId, testNow],
  );
  const undo = (changeSetId: Id<"change_set">, as: Actor = hall.manager) =>
    hall.inside((ctx) => undoChanges(ctx, { changeSetId }), as);
  return { ...hall, undo };
}
type Hall = Awaited<ReturnType<typeof someHall>>;

const lastSet = async ({ tenant }: Hall): Promise<Id<"change_set">> =>
  (await rowsOf("select id from change_set where tenant_id = $1 order by id desc limit 1", tenant.id))[0].id;
const namesIn = async ({ tenant }: Hall) =>
  (
    await rowsOf(
      "select full_name from person where tenant_id = $1 and canonical_id is null order by full_name",
      tenant.id,
    )
  ).map((row) => row.full_name);

/** What makes a change set, each by its own command. */
const deeds = {
  import: async (hall: Hall) => {
    const runId = await hall.bring({ name: "list.csv", text: "Full name,E-mail\nZoe,zoe@bay.example\n" });
    await hall.begin(runId);
    await carryOut(hall.workshop, hall.scope(), { runId });
  },
  "people.merge": async (hall: Hall) => {
    const [keptId, mergedId] = [await hall.person("Maya"), await hall.person("玛雅")];
    await hall.as((ctx) => mergePeople(ctx, { keptId, mergedId, choices: {} }));
  },
  "bulk-edit": async (hall: Hall) => {
    const ids = [await hall.person("Maya")];
    await hall.as((ctx) => bulkEdit(ctx, { grid: "people", selection: { ids }, change: { stage: "customer" } }));
  },
  "audience.deleted": async (hall: Hall) => {
    const audienceId = await hall.as((ctx) => createList(ctx, { name: "Friends" }));
    await hall.as((ctx) => deleteList(ctx, { audienceId }));
  },
};
type Kind = keyof typeof deeds;

async function done(kind: Kind) {
  const hall = await someHall();
  await deeds[kind](hall);
  const set = await lastSet(hall);
  expect(await hall.as((ctx) => getChanges(ctx, set))).toMatchObject({ kind, undoneAt: null });
  return { hall, set };
}

test("records that were merged part again, by the way that merging has", async () => {
  const { hall, set } = await done("people.merge");
  expect(await namesIn(hall)).toEqual(["Maya", "顾明远"]);
  expect(await hall.undo(set)).toMatchObject({ state: "undone" });
  expect(await namesIn(hall)).toEqual(["Maya", "玛雅", "顾明远"]);
  expect(await rowsOf("select from person_merge where tenant_id = $1", hall.tenant.id)).toEqual([]);
  expect(
    await rowsOf("select name from fact where tenant_id = $1 and name = 'people.people-unmerged'", hall.tenant.id),
  ).toHaveLength(1);
});

test("an import goes back by its own job, and until that is through it is under way", async () => {
  const { hall, set } = await done("import");
  expect(await hall.undo(set)).toEqual({ state: "under-way" });
  expect(await hall.as((ctx) => getChanges(ctx, set))).toMatchObject({ undoing: true, mayUndo: false });
  expect(await namesIn(hall)).toEqual(["Zoe", "顾明远"]);
  await expect(hall.undo(set)).rejects.toMatchObject({ code: "imports.not-now" });
  const [{ id: runId }] = await rowsOf("select id from import_run where change_set_id = $1", set);
  await takeBackRun(hall.workshop, hall.scope(hall.manager), { runId });
  expect(await namesIn(hall)).toEqual(["顾明远"]);
});

test("a bulk edit that still runs is stopped, and what it had done by then goes back", async () => {
  const hall = await someHall();
  await db.owner.query(
    `insert into person (tenant_id, full_name, stage, created_at, updated_at)
     select $1, 'Guest ' || n, 'lead', '2026-03-01', '2026-03-01' from generate_series(1, 2100) n`,
    [hall.tenant.id],
  );
  const filter = { column: "stage", is: "any-of", chosen: ["lead"] };
  const selection = { question: { search: null, filter, sort: null }, exclude: [] };
  const begun = await hall.as((ctx) => bulkEdit(ctx, { grid: "people", selection, change: { stage: "past" } }));
  if (begun.state !== "running") throw new Error("It was done at once.");
  await runBatch(db.database, hall.scope(), begun.runId);
  expect(await hall.as((ctx) => getChanges(ctx, begun.changeSetId))).toMatchObject({ running: true, mayUndo: true });
  expect(await hall.undo(begun.changeSetId)).toMatchObject({ state: "undone", undone: { restored: 1_000 } });
  expect(await runBatch(db.database, hall.scope(), begun.runId)).toBe(false);
  expect(await rowsOf("select state from bulk_run where id = $1", begun.runId)).toEqual([{ state: "cancelled" }]);
  expect(
    await rowsOf(
      "select stage, count(*) from person where tenant_id = $1 and stage is not null group by 1",
      hall.tenant.id,
    ),
  ).toEqual([{ stage: "lead", count: 2_100 }]);
});

const kinds = Object.keys(deeds) as Kind[];

test.each(kinds)("whoever may not do it may not take it back, and sees that they may not: %s", async (kind) => {
  const { hall, set } = await done(kind);
  const looker = personActor({ userId: newId(), personId: await hall.person("Looker"), role: "viewer" });
  const others = actorWith(await hall.person("Other"), "people.view", "companies.edit", "settings.edit", "work.manage");
  for (const actor of [looker, others]) {
    expect(await hall.inside((ctx) => getChanges(ctx, set), actor)).toMatchObject({ mayUndo: false });
    await expect(hall.undo(set, actor)).rejects.toMatchObject({ kind: "forbidden" });
  }
  expect(await hall.as((ctx) => getChanges(ctx, set))).toMatchObject({ undoneAt: null, undoing: false, mayUndo: true });
});

test("staff take back what staff may do, and not what asks for more", async () => {
  const list = await done("audience.deleted");
  const staffIn = async (hall: Hall) =>
    personActor({ userId: newId(), personId: await hall.person("Staff"), role: "staff" });
  expect(await list.hall.undo(list.set, await staffIn(list.hall))).toMatchObject({ state: "undone" });
  for (const kind of ["import", "people.merge", "bulk-edit"] as const) {
    const { hall, set } = await done(kind);
    await expect(hall.undo(set, await staffIn(hall))).rejects.toMatchObject({ kind: "forbidden" });
  }
});

test.each(kinds)("to an owner of the hall next door it is not there: %s", async (kind) => {
  const { hall, set } = await done(kind);
  const next = await someHall();
  const owner = personActor({ userId: newId(), personId: await next.person("Next door"), role: "owner" });
  await expect(next.undo(set, owner)).rejects.toMatchObject({ code: "core.not-found" });
  await expect(next.inside((ctx) => getChanges(ctx, set), owner)).rejects.toMatchObject({ code: "core.not-found" });
  expect(await hall.as((ctx) => getChanges(ctx, set))).toMatchObject({ undoneAt: null, undoing: false });
});

test.each(["people.merge", "bulk-edit", "audience.deleted"] as const)(
  "nothing is taken back twice: %s",
  async (kind) => {
    const { hall, set } = await done(kind);
    await hall.undo(set);
    await expect(hall.undo(set)).rejects.toMatchObject({ code: "tenancy.change-set-undone" });
  },
);
