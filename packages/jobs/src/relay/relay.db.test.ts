import { clockAt } from "@guildhall/core";
import { given, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { appendFact } from "../facts/append-fact.ts";
import { cancelFact, scheduleFact } from "../facts/schedule-fact.ts";
import { noteOf, rehearsal, remember } from "../test/remembered.ts";
import { maxAttempts } from "./attempts.ts";
import { listFailedDeliveries, retryDelivery } from "./failed-deliveries.ts";
import { startRelay } from "./relay.ts";

const db = useDatabase();

const { memories, touch, drain, makeAllDue } = rehearsal(db);

test("a fact reaches each handler that wants it once, and leaves nothing in the queue", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  await touch(hall, person, "a");
  await drain([remember("first"), remember("second")]);
  await drain([remember("first"), remember("second")]);
  expect(await memories(hall, "first")).toEqual(["a"]);
  expect(await memories(hall, "second")).toEqual(["a"]);
  expect((await db.owner.query("select from delivery")).rowCount).toBe(0);
  expect((await db.owner.query("select from outbox")).rowCount).toBe(0);
});

test("a command that is rolled back has told nobody", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  await expect(
    hall.inside(async (ctx) => {
      await appendFact(ctx, "people.person-updated", { personId: person, fields: ["a"] });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await drain([remember("told")]);
  expect(await memories(hall, "told")).toEqual([]);
});

test("twenty relays at once handle every fact, and none twice", async () => {
  const hall = await given(db).tenant();
  const people = await Promise.all(Array.from({ length: 10 }, () => hall.person()));
  const relays = Array.from({ length: 20 }, () =>
    startRelay({ database: db.database, handlers: [remember("crowd")], onError: () => undefined, pace: { idle: 20 } }),
  );
  await Promise.all(people.flatMap((person) => Array.from({ length: 10 }, (_, n) => touch(hall, person, String(n)))));
  await Promise.all(relays.map((relay) => relay.stop()));
  await drain([remember("crowd")]);
  expect((await memories(hall, "crowd")).length).toBe(100);
});

test("an ordered handler gets a subject's facts one after another, also when an earlier one fails for a while", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  for (const note of ["1", "2", "3"]) await touch(hall, person, note);
  let failing = true;
  const stubborn = remember("ordered", {
    ordered: true,
    before: async (fact) => {
      if (failing && noteOf(fact) === "1") throw new Error("not yet");
    },
  });
  const loose = remember("loose");
  await drain([stubborn, loose]);
  expect(await memories(hall, "ordered")).toEqual([]);
  expect((await memories(hall, "loose")).sort()).toEqual(["1", "2", "3"]);
  failing = false;
  await makeAllDue();
  await drain([stubborn, loose]);
  expect(await memories(hall, "ordered")).toEqual(["1", "2", "3"]);
});

test("a subject's later facts wait for the batch that touched it, and the batch for its earlier ones", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  await touch(hall, person, "before");
  await hall.inside(async (ctx) => {
    const { id: changeSetId } = await ctx.db
      .insertInto("change_set")
      .values({ tenant_id: hall.tenant.id, kind: "import", created_at: testNow })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { version } = await ctx.db
      .updateTable("person")
      .set((row) => ({ version: row("version", "+", 1) }))
      .where("id", "=", person)
      .returning("version")
      .executeTakeFirstOrThrow();
    await ctx.db
      .insertInto("change_set_item")
      .values({
        tenant_id: hall.tenant.id,
        change_set_id: changeSetId,
        subject_type: "person",
        subject_id: person,
        subject_version: version,
      })
      .execute();
    await appendFact(ctx, "people.people-imported", { changeSetId, count: 1 }, { changeSetId });
  });
  await touch(hall, person, "after");

  const down = new Set(["before"]);
  const ordered = remember("batch", {
    ordered: true,
    before: async (fact) => {
      if (down.has(noteOf(fact))) throw new Error(`${noteOf(fact)} is down`);
    },
  });
  await drain([ordered]);
  expect(await memories(hall, "batch")).toEqual([]);
  down.clear();
  down.add("people.people-imported");
  await makeAllDue();
  await drain([ordered]);
  expect(await memories(hall, "batch")).toEqual(["before"]);
  down.clear();
  await makeAllDue();
  await drain([ordered]);
  expect(await memories(hall, "batch")).toEqual(["before", "people.people-imported", "after"]);
});

test("what a failing handler wrote is taken back; after its last try it waits for the operator, who can try again", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  await touch(hall, person, "a");
  let broken = true;
  const halfway = remember("halfway", {
    after: async () => {
      if (broken) throw new Error("the shop is closed");
    },
  });
  const healthy = remember("healthy");
  const errors: unknown[] = [];
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await drain([halfway, healthy], errors);
    await makeAllDue();
  }
  expect(errors.length).toBe(maxAttempts);
  expect(await memories(hall, "halfway")).toEqual([]);
  expect(await memories(hall, "healthy")).toEqual(["a"]);

  const failed = await listFailedDeliveries(db.database, { size: 10, cursor: null });
  expect(failed.rows).toMatchObject([{ tenantSlug: hall.tenant.slug, handler: "halfway", attempts: maxAttempts }]);
  expect(failed.rows[0]?.lastError).toContain("the shop is closed");

  broken = false;
  const [waiting] = failed.rows;
  if (waiting) await retryDelivery(db.database, waiting, testNow);
  await drain([halfway]);
  expect(await memories(hall, "halfway")).toEqual(["a"]);
});

test("a scheduled fact happens when the tenant's own clock says so, once, unless it was cancelled", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  const nextYear = new Date("2027-03-02T09:00:00.000Z");
  const setClock = (at: Date) =>
    db.owner.query("update tenant set test_clock_at = $2 where id = $1", [hall.tenant.id, at]);
  await setClock(testNow);
  await hall.inside(async (ctx) => {
    await scheduleFact(ctx, "yearly", "people.person-updated", { personId: person, fields: ["anniversary"] }, nextYear);
    await scheduleFact(ctx, "never", "people.person-updated", { personId: person, fields: ["never"] }, nextYear);
    expect(await cancelFact(ctx, "never")).toBe(true);
  });
  await drain([remember("clock")]);
  expect(await memories(hall, "clock")).toEqual([]);
  await setClock(nextYear);
  await Promise.all(Array.from({ length: 5 }, () => drain([remember("clock")])));
  expect(await memories(hall, "clock")).toEqual(["anniversary"]);
  const { rows } = await db.owner.query("select occurred_at from fact where tenant_id = $1", [hall.tenant.id]);
  expect(rows).toEqual([{ occurred_at: clockAt(nextYear).now() }]);
});

test("versions are counted under the row's lock: fifty facts at once have fifty different ones", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  await Promise.all(Array.from({ length: 50 }, (_, n) => touch(hall, person, String(n))));
  const { rows } = await db.owner.query<{ v: number }>(
    "select subject_version as v from fact where subject_id = $1 order by 1",
    [person],
  );
  expect(rows.map((row) => row.v)).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
});
