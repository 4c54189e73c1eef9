import { type Actor, type Id, systemClock } from "@guildhall/core";
import { fieldColumn } from "@guildhall/core/grid";
import { undoChangeSet } from "@guildhall/tenancy";
import { actorWith, useDatabase } from "@guildhall/testing";
import { pino } from "pino";
import { expect, test } from "vitest";
import { listPeopleGrid } from "../grid/people-grid.ts";
import { type StaffedHall, staffedHall } from "../test/given-staff.ts";
import { bulkEdit } from "./bulk-edit.ts";
import { cancelBulkRun, getBulkRun, pauseBulkRun, resumeBulkRun } from "./bulk-runs.ts";
import { bulkEditTask, runBatch } from "./run-bulk-edit.ts";

const db = useDatabase();
const at = "2026-03-01T10:00:00Z";

interface Crowd {
  readonly hall: StaffedHall;
  readonly keeper: Actor;
  readonly keeperId: Id<"person">;
  readonly ids: readonly string[];
}

async function crowd(size: number): Promise<Crowd> {
  const hall = await staffedHall(db);
  const { actor: keeper, personId: keeperId } = await hall.somebody("manager");
  const { rows } = await db.owner.query(
    `insert into person (tenant_id, full_name, stage, created_at, updated_at)
     select $1, 'Guest ' || n, 'lead', $2, $2 from generate_series(1, $3::int) n returning id`,
    [hall.tenant.id, at, size],
  );
  return { hall, keeper, keeperId, ids: rows.map(({ id }) => id) };
}

const leads = { search: null, filter: { column: "stage", is: "any-of", chosen: ["lead"] }, sort: null } as const;
const edit = ({ hall, keeper }: Crowd, selection: unknown, change: unknown) =>
  hall.inside((ctx) => bulkEdit(ctx, { grid: "people", selection, change }), keeper);
const rowsOf = async (text: string, ...values: unknown[]) => (await db.owner.query(text, values)).rows;
const stagesOf = async ({ hall }: Crowd) =>
  Object.fromEntries(
    (
      await rowsOf(
        "select coalesce(stage, 'none') as stage, count(*) as n from person where tenant_id = $1 group by 1",
        hall.tenant.id,
      )
    ).map(({ stage, n }) => [stage, Number(n)]),
  );

test("everything that matches, but for a few, is changed at once, kept, written down once, and taken back exactly", async () => {
  const given = await crowd(30);
  const { hall, ids } = given;
  const dump = () =>
    rowsOf(
      "select id, full_name, stage, tag_ids, fields, updated_at from person where tenant_id = $1 order by id",
      hall.tenant.id,
    );
  const before = await dump();
  const done = await edit(given, { question: leads, exclude: ids.slice(0, 2) }, { stage: "customer" });
  expect(done).toMatchObject({ state: "done", changed: 28, reasons: {} });
  expect(await stagesOf(given)).toMatchObject({ customer: 28, lead: 2 });
  expect(
    await rowsOf("select before, after from change_set_item where change_set_id = $1 limit 1", done.changeSetId),
  ).toMatchObject([{ before: { stage: "lead" }, after: { stage: "customer" } }]);
  expect(
    await rowsOf("select action, subject_type, subject_id from audit_entry where change_set_id = $1", done.changeSetId),
  ).toEqual([{ action: "people.bulk-edited", subject_type: "change_set", subject_id: done.changeSetId }]);
  expect(
    await rowsOf("select payload from fact where tenant_id = $1 and name = 'people.people-edited'", hall.tenant.id),
  ).toEqual([{ payload: { changeSetId: done.changeSetId, count: 28 } }]);
  await hall.inside((ctx) => undoChangeSet(ctx, { changeSetId: done.changeSetId }), given.keeper);
  expect(await dump()).toEqual(before);
});

test("an owner, tags and fields are given and taken; who has them already is left alone", async () => {
  const given = await crowd(3);
  const { hall, ids, keeperId } = given;
  const [{ id: vip }] = (await rowsOf(
    "insert into tag (tenant_id, name, name_key, created_at) values ($1, 'VIP', 'vip', now()) returning id",
    hall.tenant.id,
  )) as [{ id: string }];
  const [{ id: size }] = (await rowsOf(
    "insert into field (tenant_id, subject, key, name, type, created_at) values ($1, 'person', 'size', 'Size', 'number', now()) returning id",
    hall.tenant.id,
  )) as [{ id: string }];
  await edit(given, { ids: [ids[0]] }, { tag: [vip] });
  const tagged = await edit(given, { ids }, { tag: [vip] });
  expect(tagged).toMatchObject({ changed: 2, reasons: { unchanged: 1 } });
  expect(await rowsOf("select after from audit_entry where change_set_id = $1", tagged.changeSetId)).toEqual([
    { after: { tag: ["VIP"], count: 2, skipped: { unchanged: 1 } } },
  ]);
  expect(await edit(given, { ids }, { set: { [fieldColumn(size)]: 41, owner: keeperId } })).toMatchObject({
    changed: 3,
  });
  const question = { search: null, filter: { column: fieldColumn(size), is: "eq", number: 41 }, sort: null } as const;
  const { rows } = await hall.inside((ctx) => listPeopleGrid(ctx, { question, page: { size: 10, cursor: null } }));
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ owner: { id: keeperId }, tags: [{ name: "VIP" }], fields: { [size]: 41 } });
  expect(await edit(given, { question, exclude: [] }, { set: { [fieldColumn(size)]: null } })).toMatchObject({
    changed: 3,
  });
  expect(await edit(given, { ids }, { untag: [vip] })).toMatchObject({ changed: 3 });
});

test("who is removed goes with what is theirs; who signs in, was merged or is needed stays, and why is said", async () => {
  const given = await crowd(5);
  const { hall, ids, keeperId } = given;
  const [gone, merged, owner, , last] = ids;
  await db.owner.query(
    "insert into person_identity (tenant_id, person_id, kind, value, source, created_at) values ($1, $2, 'email', 'x@example.com', 'import', now())",
    [hall.tenant.id, gone],
  );
  await db.owner.query("update person set canonical_id = $1 where id = $2", [merged, last]);
  await db.owner.query("update person set owner_person_id = $1 where id = $2", [owner, keeperId]);
  const done = await edit(given, { ids: [gone, merged, owner, last, keeperId] }, { delete: true });
  expect(done).toMatchObject({ changed: 1, reasons: { "signs-in": 1, merged: 1, "in-use": 1, gone: 1 } });
  expect(
    await rowsOf(
      "select subject_type, person_id, before ->> 'email' as email from change_set_item where change_set_id = $1 order by 1",
      done.changeSetId,
    ),
  ).toEqual([
    { subject_type: "person", person_id: gone, email: null },
    { subject_type: "person_identity", person_id: gone, email: null },
  ]);
  await hall.inside((ctx) => undoChangeSet(ctx, { changeSetId: done.changeSetId }), given.keeper);
  expect(await rowsOf("select email from person where id = $1", gone)).toEqual([{ email: "x@example.com" }]);
});

test("a list takes in whom it does not have", async () => {
  const given = await crowd(3);
  const { hall, ids } = given;
  const [{ id: list }] = (await rowsOf(
    "insert into audience (tenant_id, kind, name, created_at, updated_at) values ($1, 'list', 'Regulars', now(), now()) returning id",
    hall.tenant.id,
  )) as [{ id: string }];
  expect(await edit(given, { ids: ids.slice(0, 1) }, { addToAudience: list })).toMatchObject({ changed: 1 });
  expect(await edit(given, { ids }, { addToAudience: list })).toMatchObject({ changed: 2, reasons: { unchanged: 1 } });
});

test("many are changed behind the pages: paused, resumed, gone on with after a crash, none of them twice", async () => {
  const given = await crowd(2_500);
  const { hall, keeper } = given;
  const started = await edit(given, { question: leads, exclude: [] }, { stage: "customer" });
  if (started.state !== "running") throw new Error("It was done at once.");
  const { runId, changeSetId } = started;
  const run = () => hall.inside((ctx) => getBulkRun(ctx, runId), keeper);
  const scope = hall.scope(undefined, systemClock);
  expect(await runBatch(db.database, scope, runId)).toBe(true); // and then its process dies
  expect(await run()).toMatchObject({ state: "running", seen: 1_000, changed: 1_000, total: 2_500 });
  await hall.inside((ctx) => pauseBulkRun(ctx, { runId }), keeper);
  expect(await runBatch(db.database, scope, runId)).toBe(false);
  await hall.inside((ctx) => resumeBulkRun(ctx, { runId }), keeper);
  await bulkEditTask.run(
    { tenantId: hall.tenant.id, runId },
    { database: db.database, logger: pino({ level: "silent" }), attempt: { number: 1, max: 3 } },
  );
  expect(await run()).toMatchObject({ state: "done", seen: 2_500, changed: 2_500, skipped: 0 });
  expect(await rowsOf("select count(*)::int as n from change_set_item where change_set_id = $1", changeSetId)).toEqual([
    { n: 2_500 },
  ]);
  await expect(hall.inside((ctx) => cancelBulkRun(ctx, { runId }), keeper)).rejects.toMatchObject({
    code: "people.bulk-run-over",
  });
});

test("what was cancelled stays as far as it came, and can be taken back", async () => {
  const given = await crowd(2_100);
  const { hall, keeper } = given;
  const started = await edit(given, { question: leads, exclude: [] }, { stage: "past" });
  if (started.state !== "running") throw new Error("It was done at once.");
  await runBatch(db.database, hall.scope(), started.runId);
  await hall.inside((ctx) => cancelBulkRun(ctx, { runId: started.runId }), keeper);
  expect(await runBatch(db.database, hall.scope(), started.runId)).toBe(false);
  expect(await stagesOf(given)).toMatchObject({ past: 1_000, lead: 1_100 });
  expect(
    await rowsOf("select payload from fact where tenant_id = $1 and name = 'people.people-edited'", hall.tenant.id),
  ).toHaveLength(1);
});

test("two who change the same people at once wait for each other", async () => {
  const given = await crowd(400);
  const done = await Promise.all([
    edit(given, { ids: given.ids }, { stage: "customer" }),
    edit(given, { ids: given.ids.toReversed() }, { stage: "partner" }),
  ]);
  expect(done).toMatchObject([{ changed: 400 }, { changed: 400 }]);
});

test.each([
  ["an owner who is no staff", async ({ ids }: Crowd) => ({ owner: ids[0] }), "people.bulk-owner-unknown"],
  ["a tag of nobody's", async ({ ids }: Crowd) => ({ tag: [ids[0]] }), "people.bulk-tag-unknown"],
  ["a list of nobody's", async ({ ids }: Crowd) => ({ addToAudience: ids[0] }), "people.bulk-audience-unknown"],
  ["what is derived", async () => ({ set: { email: "a@b.example" } }), "people.bulk-column"],
  ["a field of nobody's", async ({ ids }: Crowd) => ({ set: { [`field:${ids[0]}`]: 1 } }), "core.grid-column-unknown"],
])("%s is refused, and nothing is changed", async (_, change, code) => {
  const given = await crowd(2);
  await expect(edit(given, { ids: given.ids }, await change(given))).rejects.toMatchObject({ code });
  expect(await rowsOf("select id from change_set where tenant_id = $1", given.hall.tenant.id)).toEqual([]);
});

test("who may not do it does not; people of the hall next door are not there", async () => {
  const [given, other] = [await crowd(2), await crowd(1)];
  const writer = actorWith(given.keeperId, "people.view", "people.edit");
  const asked = { grid: "people", selection: { ids: given.ids }, change: { stage: "past" } };
  await expect(given.hall.inside((ctx) => bulkEdit(ctx, asked), writer)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await edit(other, { ids: given.ids }, { stage: "past" })).toMatchObject({ changed: 0, reasons: { gone: 2 } });
  expect(await edit(other, { ids: given.ids }, { delete: true })).toMatchObject({ changed: 0, reasons: { gone: 2 } });
  expect(await stagesOf(given)).toMatchObject({ lead: 2 });
});
