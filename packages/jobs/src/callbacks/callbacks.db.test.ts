import { useDatabase } from "@guildhall/testing";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import type { CallbackSource, StoredCallback } from "./callback-source.ts";
import { storeCallback } from "./store-callback.ts";
import { callbackTask } from "./take-callback.ts";

const db = useDatabase();
const logger = pino({ level: "silent" });

afterEach(async () => {
  await db.owner.query("delete from graphile_worker._private_jobs; delete from callback_inbox");
});

const nine = (answer: string) => Array.from({ length: 9 }, () => answer);

/** A source that remembers what it acted on; `before` may refuse. */
function bank(before: (callback: StoredCallback) => void = () => undefined) {
  const acted: string[] = [];
  const source: CallbackSource = {
    name: "bank",
    act: async (callback) => {
      before(callback);
      acted.push(callback.body);
      return "booked";
    },
  };
  return { source, acted };
}

const bring = (key: string, body = key) => storeCallback(db.database, { source: "bank", key, body });

/** Runs the jobs that storing left, all at once, as a queue with many workers would; those that fail stay. */
async function runJobs(source: CallbackSource): Promise<void> {
  const { rows } = await db.owner.query<Job>("select id, payload from graphile_worker._private_jobs");
  await Promise.all(
    rows.map(async ({ id, payload }) => {
      const done = await runJob(source, payload).then(
        () => true,
        () => false,
      );
      if (done) await db.owner.query("delete from graphile_worker._private_jobs where id = $1", [id]);
    }),
  );
}

interface Job {
  id: string;
  payload: unknown;
}

const runJob = (source: CallbackSource, payload: unknown) =>
  callbackTask([source]).run(payload, { database: db.database, logger, attempt: { number: 1, max: 20 } });

const inbox = async () =>
  (
    await db.owner.query(
      "select key, body, outcome, handled_at is not null as handled from callback_inbox order by key",
    )
  ).rows;

async function tenAtOnce(): Promise<{ answers: string[]; acted: string[] }> {
  const { source, acted } = bank();
  const answers = await Promise.all(Array.from({ length: 10 }, () => bring("evt_1")));
  await runJobs(source);
  return { answers: answers.sort(), acted };
}

test("a callback is stored before anything acts on it, and acted on by a job", async () => {
  const { source, acted } = bank();
  expect(await bring("evt_1", '{"paid":true}')).toBe("stored");
  expect(acted).toEqual([]);
  expect(await inbox()).toEqual([{ key: "evt_1", body: '{"paid":true}', outcome: null, handled: false }]);
  await runJobs(source);
  expect(acted).toEqual(['{"paid":true}']);
  expect(await inbox()).toEqual([{ key: "evt_1", body: null, outcome: "booked", handled: true }]);
});

test("ten at once under one key are one", async () => {
  expect(await tenAtOnce()).toEqual({ answers: [...nine("known"), "stored"], acted: ["evt_1"] });
});

test("replayed years later, it is still known", async () => {
  const { source, acted } = bank();
  await bring("evt_1");
  await runJobs(source);
  await db.owner.query("update callback_inbox set received_at = received_at - interval '9 years'");
  expect(await bring("evt_1")).toBe("known");
  await runJobs(source);
  expect(acted).toEqual(["evt_1"]);
});

test("the same key from another source is another callback", async () => {
  await bring("1");
  expect(await storeCallback(db.database, { source: "post", key: "1", body: "letter" })).toBe("stored");
});

test("one that cannot be acted on yet does not hold up those behind it, and is not lost", async () => {
  let opened = false;
  const { source, acted } = bank(({ key }) => {
    if (key === "refund" && !opened) throw new Error("the payment is not known yet");
  });
  for (const key of ["refund", "payment"]) await bring(key);
  await runJobs(source);
  expect(acted).toEqual(["payment"]);
  opened = true;
  await runJobs(source);
  expect(acted).toEqual(["payment", "refund"]);
});

test("a process that died between acting and taking its job off the queue leaves nothing to do again", async () => {
  const { source, acted } = bank();
  await bring("evt_1");
  const { rows } = await db.owner.query<Job>("select id, payload from graphile_worker._private_jobs");
  await runJobs(source);
  for (const { payload } of rows) await runJob(source, payload);
  expect(acted).toEqual(["evt_1"]);
});

test("a callback that nobody acts on stays in the queue, where the operator finds it", async () => {
  await storeCallback(db.database, { source: "stranger", key: "1", body: "?" });
  await runJobs(bank().source);
  expect((await db.owner.query("select from graphile_worker._private_jobs")).rowCount).toBe(1);
});

// The twin: the same story without what keeps it true. In this file's own database, and last.

test("without the unique key, ten at once are acted on ten times", async () => {
  await db.owner.query("alter table callback_inbox drop constraint callback_inbox_pkey");
  const { answers, acted } = await tenAtOnce();
  expect(answers).toEqual([...nine("stored"), "stored"]);
  expect(acted.length).toBeGreaterThan(1);
});
