import { type GivenTenant, given, testNow, useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { cancelFact, scheduleFact } from "../facts/schedule-fact.ts";
import { noteOf, rehearsal, remember } from "../test/remembered.ts";
import { abandonOrphans } from "./abandon-orphans.ts";
import { maxAttempts } from "./attempts.ts";
import { dismissDelivery, listFailedDeliveries } from "./failed-deliveries.ts";
import { relayOutbox } from "./relay-outbox.ts";
import { takeDue } from "./take-due.ts";

const db = useDatabase();
const { memories, touch, drain, makeAllDue, deliveries } = rehearsal(db);

const inADay = () => new Date(Date.now() + 25 * 3_600_000);
const clear = () => db.owner.query("delete from delivery; delete from outbox; delete from scheduled_fact");

test("one poisoned fact among many of a tenant: the others are handled once, and it alone is tried again", async () => {
  await clear();
  const hall = await given(db).tenant();
  const people = await Promise.all(Array.from({ length: 20 }, () => hall.person()));
  for (const [n, person] of people.entries()) await touch(hall, person, `note ${n}`);
  const poisoned = remember("poisoned", {
    after: async (fact) => {
      if (noteOf(fact) === "note 13") throw new Error("poison");
    },
  });
  await drain([poisoned]);
  expect(new Set(await memories(hall, "poisoned"))).toEqual(
    new Set(people.map((_, n) => `note ${n}`).filter((note) => note !== "note 13")),
  );
  expect((await memories(hall, "poisoned")).length).toBe(19);
  expect(await deliveries()).toMatchObject([{ handler: "poisoned", state: "waiting", attempts: 1 }]);
});

test("a handler that passes over a failed query has not succeeded", async () => {
  await clear();
  const hall = await given(db).tenant();
  await touch(hall, await hall.person(), "a");
  const careless = remember("careless", {
    after: async (_, ctx) => void (await sql`select 1 / 0`.execute(ctx.db).catch(() => undefined)),
  });
  await drain([careless]);
  expect(await memories(hall, "careless")).toEqual([]);
  expect(await deliveries()).toMatchObject([{ attempts: 1, state: "waiting" }]);
});

test("a handler that hangs is given up on, and what it asks of the database afterwards is refused", async () => {
  await clear();
  const hall = await given(db).tenant();
  await touch(hall, await hall.person(), "a");
  let wakeUp: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => {
    wakeUp = resolve;
  });
  let late: Promise<unknown> = Promise.resolve();
  const hanging = remember("hanging", {
    before: (_, ctx) => {
      late = asleep.then(() => sql`select 1`.execute(ctx.db));
      return asleep;
    },
  });
  const errors: unknown[] = [];
  await drain([hanging], errors, { handlerLimit: 50 });
  expect(String(errors[0])).toContain("took longer");
  wakeUp();
  await expect(late).rejects.toThrow("after its transaction had ended");
  expect(await memories(hall, "hanging")).toEqual([]);
});

test("a fact that ends its process every time runs out of attempts like any other, and takes nobody with it", async () => {
  await clear();
  const hall = await given(db).tenant();
  const handler = remember("deadly");
  for (const note of ["deadly", "innocent", "innocent too"]) await touch(hall, await hall.person(), note);
  await relayOutbox(db.database, [handler], testNow);
  const pauses = Array.from({ length: maxAttempts }, () => 0);
  const takeUp = async () =>
    (await takeDue({ database: db.database, handlers: ["deadly"], now: new Date(), pauses })).taken.length;

  expect(await takeUp()).toBe(3); // and the process ends: nothing more is heard of them
  const [deadly] = await deliveries();
  for (let death = 2; death <= maxAttempts; death++) {
    await db.owner.query("update delivery set due_at = now() - interval '1 hour' where fact_id = $1", [
      deadly?.fact_id,
    ]);
    expect(await takeUp()).toBe(1);
  }
  await makeAllDue();
  await drain([handler]);
  expect(new Set(await memories(hall, "deadly"))).toEqual(new Set(["innocent", "innocent too"]));
  expect(await deliveries()).toMatchObject([
    {
      fact_id: deadly?.fact_id,
      state: "failed",
      last_error: "Every process that took this up ended before it was done.",
    },
  ]);
});

test("a delivery whose handler is no more waits a day for a version that has it, then for the operator", async () => {
  await clear();
  const hall = await given(db).tenant();
  await touch(hall, await hall.person(), "a");
  await relayOutbox(db.database, [remember("retired")], new Date());
  await drain([remember("other")]);
  expect(await abandonOrphans(db.database, ["other"], new Date())).toBe(0);
  expect(await abandonOrphans(db.database, ["retired"], inADay())).toBe(0);
  expect(await abandonOrphans(db.database, ["other"], inADay())).toBe(1);
  const { rows } = await listFailedDeliveries(db.database, { size: 10, cursor: null });
  expect(rows).toMatchObject([{ handler: "retired", lastError: "No handler is called retired any more." }]);
});

test("a fact of a newer version is left to it for a day", async () => {
  await clear();
  const hall = await given(db).tenant();
  await touch(hall, await hall.person(), "a");
  await db.owner.query("update outbox set name = 'moon.landed'");
  expect((await relayOutbox(db.database, [remember("any")], new Date())).taken).toBe(0);
  expect((await relayOutbox(db.database, [remember("any")], inADay())).taken).toBe(1);
});

test("a fact whose payload nobody understands any more ends up with the operator, and holds up no other", async () => {
  await clear();
  const hall = await given(db).tenant();
  await touch(hall, await hall.person(), "strange");
  await touch(hall, await hall.person(), "plain");
  await db.owner.query(
    `update fact set payload = '{"from": "long ago"}' where tenant_id = $1 and payload->'fields'->>0 = 'strange'`,
    [hall.tenant.id],
  );
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await drain([remember("reader")]);
    await makeAllDue();
  }
  expect(await memories(hall, "reader")).toEqual(["plain"]);
  expect(await deliveries()).toMatchObject([{ state: "failed", attempts: maxAttempts }]);
});

test("giving up on a failed fact lets its subject's later ones go on", async () => {
  await clear();
  const hall = await given(db).tenant();
  const person = await hall.person();
  for (const note of ["1", "2"]) await touch(hall, person, note);
  const ledger = remember("ledger", {
    ordered: true,
    before: async (fact) => {
      if (noteOf(fact) === "1") throw new Error("never");
    },
  });
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await drain([ledger]);
    await makeAllDue();
  }
  const [failed] = (await listFailedDeliveries(db.database, { size: 10, cursor: null })).rows;
  if (failed) await dismissDelivery(db.database, failed);
  await drain([ledger]);
  expect(await memories(hall, "ledger")).toEqual(["2"]);
});

test("what happened in a hall that is suspended meanwhile is handled like any other", async () => {
  await clear();
  const hall = await given(db).tenant();
  await touch(hall, await hall.person(), "a");
  await db.owner.query("update tenant set status = 'suspended' where id = $1", [hall.tenant.id]);
  await drain([remember("quiet")]);
  expect(await memories(hall, "quiet")).toEqual(["a"]);
});

test("a scheduled fact that cannot happen is tried again after growing pauses, and the others happen", async () => {
  await clear();
  const hall = await given(db).tenant();
  const person = await hall.person();
  const schedule = (key: string, fields: string[]) =>
    hall.inside((ctx) => scheduleFact(ctx, key, "people.person-updated", { personId: person, fields }, testNow));
  await schedule("broken", ["broken"]);
  await schedule("unknown", ["unknown"]);
  await schedule("fine", ["fine"]);
  await db.owner.query(`update scheduled_fact set payload = '{}' where key = 'broken'`);
  await db.owner.query(`update scheduled_fact set name = 'moon.landed' where key = 'unknown'`);
  const errors: unknown[] = [];
  await drain([remember("calendar")], errors);
  expect(await memories(hall, "calendar")).toEqual(["fine"]);
  expect(errors.length).toBe(2);
  await drain([remember("calendar")], errors);
  expect(errors.length).toBe(2);
  const waiting = await db.owner.query(
    "select key, attempts, retry_at > now() as later, last_error from scheduled_fact order by key",
  );
  expect(waiting.rows).toMatchObject([
    { key: "broken", attempts: 1, later: true },
    { key: "unknown", attempts: 1, later: true, last_error: expect.stringContaining("Nobody knows") },
  ]);

  await schedule("broken", ["mended"]);
  await drain([remember("calendar")]);
  expect(await memories(hall, "calendar")).toEqual(["fine", "mended"]);
  expect(await hall.inside((ctx) => cancelFact(ctx, "unknown"))).toBe(true);
});

test("a crowd that waits for one person's fact does not keep the others from being seen", async () => {
  await clear();
  const hall = await given(db).tenant();
  const blocked = await waitInCrowd(hall, 2_000);
  await touch(hall, await hall.person(), "free");
  const ledger = remember("ledger", {
    ordered: true,
    before: async (fact) => {
      if (noteOf(fact) === "4") throw new Error("enough");
    },
  });
  await drain([ledger]);
  expect(await memories(hall, "ledger")).toEqual(["free"]);
  const { rows } = await db.owner.query<{ parked: number }>(
    "select count(*)::int as parked from delivery where subject_id = $1 and due_at > now()",
    [blocked],
  );
  expect(rows[0]?.parked).toBeGreaterThan(1_800);

  await db.owner.query("update delivery set state = 'failed' where subject_version = 1");
  const [head] = (await listFailedDeliveries(db.database, { size: 1, cursor: null })).rows;
  if (head) await dismissDelivery(db.database, head);
  await drain([ledger]);
  expect(await memories(hall, "ledger")).toEqual(["free", "2", "3"]);
});

/** Many facts of one person, of which the first will not be due for an hour. */
async function waitInCrowd(hall: GivenTenant, size: number) {
  const person = await hall.person();
  await db.owner.query(
    `insert into fact (tenant_id, name, subject_type, subject_id, subject_version, payload, actor_kind, occurred_at)
     select $1, 'people.person-updated', 'person', $2, n, jsonb_build_object('personId', $2::uuid, 'fields', array[n::text]), 'system', now() from generate_series(1, $3) n`,
    [hall.tenant.id, person, size],
  );
  await db.owner.query(
    `insert into delivery (tenant_id, fact_id, handler, ordered, subject_id, subject_version, due_at, created_at)
     select tenant_id, id, 'ledger', true, subject_id, subject_version, case subject_version when 1 then now() + interval '1 hour' else now() end, now() - interval '1 hour'
     from fact where subject_id = $1`,
    [person],
  );
  return person;
}
