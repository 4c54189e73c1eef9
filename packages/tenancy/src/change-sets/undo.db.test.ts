import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Image, openChangeSet, recordImages } from "./change-set.ts";
import { redactPerson } from "./redact-person.ts";
import { undoChangeSet } from "./undo-change-set.ts";
import type { UndoableTable } from "./undoable-tables.ts";
import { withoutLocks } from "./without-locks.ts";

const db = useDatabase();

type Row = Record<string, unknown>;

async function rowOf(ctx: Ctx, table: UndoableTable, id: Id<string>): Promise<Row | null> {
  const { rows } = await sql<{
    row: Row;
  }>`select to_jsonb(t) as row from ${sql.table(table)} t where id = ${id}`.execute(ctx.db);
  return rows[0]?.row ?? null;
}

/** Does `work` to a row as a change set would, and returns the set. */
function changed(
  hall: GivenTenant,
  table: UndoableTable,
  id: Id<string>,
  personId: Id<"person"> | null,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<Id<"change_set">> {
  return hall.inside(async (ctx) => {
    const before = await rowOf(ctx, table, id);
    await work(ctx);
    const after = await rowOf(ctx, table, id);
    const changeSetId = await openChangeSet(ctx, "bulk-edit");
    const image: Image = { subjectType: table, subjectId: id, subjectVersion: null, personId, before, after };
    await recordImages(ctx, changeSetId, [image]);
    return changeSetId;
  });
}

const rename = (person: Id<"person">, fullName: string) => (ctx: Ctx) =>
  ctx.db.updateTable("person").set({ full_name: fullName }).where("id", "=", person).execute();
const touch = (person: Id<"person">) => (ctx: Ctx) =>
  appendFact(ctx, "people.person-updated", { personId: person, fields: ["full_name"] });
const nameOf = (hall: GivenTenant, person: Id<"person">) =>
  hall.inside(async (ctx) => (await rowOf(ctx, "person", person))?.full_name ?? null);
const undo = (hall: GivenTenant, changeSetId: Id<"change_set">) =>
  hall.inside((ctx) => undoChangeSet(ctx, { changeSetId }));

test("undo gives a row its value again, says so in the audit log, and the person's facts go on counting", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("陈雨泽");
  const set = await changed(hall, "person", person, person, async (ctx) => {
    await rename(person, "Yuze Chen")(ctx);
    await touch(person)(ctx);
  });
  expect(await undo(hall, set)).toEqual({
    restored: 1,
    removed: 0,
    broughtBack: 0,
    skippedCount: 0,
    skipped: [],
  });
  expect(await nameOf(hall, person)).toBe("陈雨泽");
  await hall.inside(touch(person));
  const entries = await db.owner.query("select action from audit_entry where tenant_id = $1", [hall.tenant.id]);
  expect(entries.rows).toEqual([{ action: "change-set.undone" }]);
});

test("undo restores the columns that nobody has changed since, and leaves the others", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("Old");
  const set = await changed(hall, "person", person, person, (ctx) =>
    ctx.db.updateTable("person").set({ full_name: "New", given_name: "N" }).where("id", "=", person).execute(),
  );
  await hall.inside(rename(person, "Newer"));
  expect(await undo(hall, set)).toMatchObject({
    restored: 1,
    skipped: [{ subjectId: person, reason: "changed-since", columns: expect.arrayContaining(["full_name"]) }],
  });
  expect(await hall.inside((ctx) => rowOf(ctx, "person", person))).toMatchObject({
    full_name: "Newer",
    given_name: null,
  });
});

test("a row whose every change was changed again is skipped, and so is one that is gone", async () => {
  const hall = await given(db).tenant();
  const [kept, gone] = [await hall.person("Old"), await hall.person("Gone")];
  const sets = [
    await changed(hall, "person", kept, kept, rename(kept, "New")),
    await changed(hall, "person", gone, gone, rename(gone, "New")),
  ] as const;
  await hall.inside(rename(kept, "Newer"));
  await hall.inside((ctx) => ctx.db.deleteFrom("person").where("id", "=", gone).execute());
  expect((await undo(hall, sets[0])).skipped).toEqual([
    { subjectType: "person", subjectId: kept, reason: "changed-since", columns: ["full_name", "sort_name"] },
  ]);
  expect((await undo(hall, sets[1])).skipped).toEqual([
    { subjectType: "person", subjectId: gone, reason: "gone", columns: [] },
  ]);
});

test("a row that the change set made goes; one that was changed since or is referred to stays", async () => {
  const hall = await given(db).tenant();
  const made = await Promise.all(["Plain", "Edited", "Referred to"].map((name) => hall.person(name)));
  const [plain, edited, referred] = made;
  if (!plain || !edited || !referred) throw new Error("three people");
  const set = await hall.inside(async (ctx) => {
    const changeSetId = await openChangeSet(ctx, "import");
    for (const id of made)
      await recordImages(ctx, changeSetId, [
        {
          subjectType: "person",
          subjectId: id,
          subjectVersion: 1,
          personId: id,
          before: null,
          after: await rowOf(ctx, "person", id),
        },
      ]);
    return changeSetId;
  });
  await hall.inside(touch(plain));
  await hall.inside(rename(edited, "Edited by hand"));
  await hall.inside((ctx) =>
    ctx.db
      .insertInto("membership")
      .values({ tenant_id: ctx.tenant.id, person_id: referred, role: "staff", created_at: ctx.clock.now() })
      .execute(),
  );
  const undone = await undo(hall, set);
  expect(undone).toMatchObject({ removed: 1, restored: 0 });
  expect(new Map(undone.skipped.map((skip) => [skip.subjectId, skip.reason]))).toEqual(
    new Map([
      [edited, "changed-since"],
      [referred, "in-use"],
    ]),
  );
  expect(await nameOf(hall, plain)).toBeNull();
});

test("a row that the change set removed comes back, its facts counting on; where its place is taken it does not", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("Removed");
  await hall.inside(touch(person));
  const remove = (ctx: Ctx) => ctx.db.deleteFrom("person").where("id", "=", person).execute();
  const set = await changed(hall, "person", person, person, async (ctx) => {
    await touch(person)(ctx);
    await remove(ctx);
  });
  expect(await undo(hall, set)).toMatchObject({ broughtBack: 1, skipped: [] });
  await hall.inside(touch(person));

  const taken = await hall.person("Taken");
  const again = await changed(hall, "person", taken, taken, (ctx) =>
    ctx.db.deleteFrom("person").where("id", "=", taken).execute(),
  );
  await hall.inside((ctx) =>
    ctx.db
      .insertInto("person")
      .values({
        tenant_id: ctx.tenant.id,
        id: taken,
        full_name: "Other",
        created_at: ctx.clock.now(),
        updated_at: ctx.clock.now(),
      })
      .execute(),
  );
  expect((await undo(hall, again)).skipped).toEqual([
    { subjectType: "person", subjectId: taken, reason: "in-use", columns: [] },
  ]);
});

test("erasing a person blanks what audit and images hold of them, and undo leaves them erased", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("Secret name");
  const set = await changed(hall, "person", person, person, rename(person, "Another secret"));
  await hall.inside(async (ctx) => {
    await rename(person, "—")(ctx);
    await redactPerson(ctx, person);
  });
  const { rows } = await db.owner.query(
    "select before, after, redacted_at is not null as redacted from change_set_item where tenant_id = $1",
    [hall.tenant.id],
  );
  expect(rows).toEqual([{ before: null, after: null, redacted: true }]);
  expect((await undo(hall, set)).skipped).toEqual([
    { subjectType: "person", subjectId: person, reason: "erased", columns: [] },
  ]);
  expect(await nameOf(hall, person)).toBe("—");
});

test("whoever may not undo is refused; another hall's change set is not there", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("Old");
  const set = await changed(hall, "person", person, person, rename(person, "New"));
  await rejects(
    hall.inside((ctx) => undoChangeSet(ctx, { changeSetId: set }), actorWith(person, "people.view")),
    { code: "core.forbidden" },
  );
  await rejects(undo(await given(db).tenant(), set), { code: "core.not-found" });
  expect(await nameOf(hall, person)).toBe("New");
});

/** Two people undo the same set at the same moment; how many were told that it worked. */
async function undoneAtOnce(manner: (ctx: Ctx) => Ctx): Promise<number> {
  const hall = await given(db).tenant();
  const person = await hall.person("Old");
  const changeSetId = await changed(hall, "person", person, person, rename(person, "New"));
  const holder = await db.owner.connect();
  await holder.query("begin");
  await holder.query("select from person where id = $1 for update", [person]);
  const both = [1, 2].map(() => hall.inside((ctx) => undoChangeSet(manner(ctx), { changeSetId })));
  const results = Promise.allSettled(both);
  const waiting = async () =>
    (await holder.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
      .rowCount;
  await expect.poll(waiting, { timeout: 5_000, interval: 20 }).toBe(2);
  await holder.query("rollback");
  holder.release();
  return (await results).filter(({ status }) => status === "fulfilled").length;
}

test("undoing twice is a conflict", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("Old");
  const set = await changed(hall, "person", person, person, rename(person, "New"));
  await undo(hall, set);
  await rejects(undo(hall, set), { code: "tenancy.change-set-undone" });
});

test("of two who undo at the same time one does; without the lock both would", async () => {
  expect(await undoneAtOnce((ctx) => ctx)).toBe(1);
  expect(await undoneAtOnce(withoutLocks)).toBe(2);
});
