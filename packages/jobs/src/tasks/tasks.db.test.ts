import { rejects } from "node:assert/strict";
import type { Database } from "@guildhall/db";
import { given, useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { pino } from "pino";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { hurriedPace } from "../kill/hurried-pace.ts";
import { productionPace } from "../pace.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { dismissJob, listFailedJobs, retryJob } from "./failed-jobs.ts";
import { runTasks } from "./run-tasks.ts";
import { type Cron, defineTask, type Task } from "./task.ts";

const db = useDatabase();

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()));
  vi.useRealTimers();
  await db.owner.query("delete from graphile_worker._private_jobs");
});

async function start(tasks: readonly Task[], crons: readonly Cron[] = []): Promise<void> {
  const pace = { ...productionPace, ...hurriedPace };
  running.push(
    await runTasks({
      jobsUrl: db.urls.jobs,
      database: db.database,
      tasks,
      crons,
      logger: pino({ level: "silent" }),
      concurrency: 1,
      pace,
    }),
  );
}

/** A task that remembers what it was given, and the runs of it so far. */
function remembering(name: string, work: (payload: unknown) => Promise<void> = async () => undefined) {
  const runs: unknown[] = [];
  const task = defineTask({
    name,
    payload: z.unknown(),
    run: async (payload) => {
      runs.push(payload);
      await work(payload);
    },
  });
  return { task, runs };
}

const jobs = async () =>
  (
    await db.owner.query<{ task_identifier: string; attempts: number }>(
      "select task_identifier, attempts from graphile_worker.jobs order by id",
    )
  ).rows;
const failedJobs = async (database: Database) => (await listFailedJobs(database, { size: 10, cursor: null })).rows;

test("a job is there when its transaction is, and not at all when that is rolled back", async () => {
  const hall = await given(db).tenant();
  const rolledBack = hall.inside(async (ctx) => {
    await enqueueJob(ctx.db, "greet", { name: "nobody" });
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  expect(await jobs()).toEqual([]);

  const { task, runs } = remembering("greet");
  await start([task]);
  await hall.inside((ctx) => enqueueJob(ctx.db, "greet", { name: "欧阳一诺" }));
  await expect.poll(() => runs, { timeout: 5_000, interval: 20 }).toEqual([{ name: "欧阳一诺" }]);
  await expect.poll(jobs, { timeout: 5_000, interval: 20 }).toEqual([]);
});

test("of jobs with one key only the last payload is done", async () => {
  const hall = await given(db).tenant();
  for (const version of [1, 2, 3])
    await hall.inside((ctx) => enqueueJob(ctx.db, "index", { version }, { key: "page:1" }));
  const { task, runs } = remembering("index");
  await start([task]);
  await expect.poll(() => runs, { timeout: 5_000, interval: 20 }).toEqual([{ version: 3 }]);
});

test("neither the tenant's role nor the platform's can read or write the queue itself", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) => enqueueJob(ctx.db, "secret", { card: "4242" }));
  const queue = sql`select * from graphile_worker._private_jobs`;
  await expect(hall.inside((ctx) => queue.execute(ctx.db))).rejects.toThrow(/permission denied/);
  await expect(hall.inside((ctx) => sql`select * from failed_jobs()`.execute(ctx.db))).rejects.toThrow(
    /permission denied/,
  );
  await expect(db.database.withPlatform("operate", (platform) => queue.execute(platform))).rejects.toThrow(
    /permission denied/,
  );
});

test("the jobs of a worker that was killed go to another once it has been silent for long enough", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) => enqueueJob(ctx.db, "carry-on", {}));
  await db.owner.query(
    `update graphile_worker._private_jobs set locked_by = 'the-dead', locked_at = now(), attempts = 1`,
  );
  const lockedAt = Date.now();
  const { task, runs } = remembering("carry-on");
  await start([task]);
  await expect.poll(() => runs.length, { timeout: 10_000, interval: 20 }).toBe(1);
  expect(Date.now() - lockedAt).toBeGreaterThanOrEqual(hurriedPace.silence);
});

test("a worker that lives keeps its job, however long that takes", async () => {
  const hall = await given(db).tenant();
  let finish: () => void = () => undefined;
  const { task, runs } = remembering("slow", () => new Promise<void>((resolve) => (finish = resolve)));
  await start([task]);
  await hall.inside((ctx) => enqueueJob(ctx.db, "slow", {}));
  await expect.poll(() => runs.length, { timeout: 5_000, interval: 20 }).toBe(1);
  await start([task]);
  const beats = async () =>
    (
      await db.owner.query<{ lived: boolean }>(
        "select bool_and(seen_at > started_at + interval '0.8 seconds') as lived from worker_node",
      )
    ).rows[0]?.lived;
  await expect.poll(beats, { timeout: 5_000, interval: 20 }).toBe(true);
  expect(runs.length).toBe(1);
  finish();
  await expect.poll(jobs, { timeout: 5_000, interval: 20 }).toEqual([]);
});

test("a job that fails is tried again later; out of attempts, it waits for the operator, who tries again or gives up", async () => {
  const hall = await given(db).tenant();
  let open = false;
  const { task, runs } = remembering("deliver", async () => {
    if (!open) throw new Error("the shop is closed");
  });
  await start([task]);
  await hall.inside((ctx) => enqueueJob(ctx.db, "deliver", {}, { maxAttempts: 2 }));
  const later =
    "select from graphile_worker.jobs where attempts = 1 and locked_at is null and run_at > now() + interval '0.5 seconds'";
  await expect.poll(async () => (await db.owner.query(later)).rowCount, { timeout: 5_000, interval: 20 }).toBe(1);
  expect(await failedJobs(db.database)).toEqual([]);
  await db.owner.query("update graphile_worker._private_jobs set run_at = now()");
  await expect
    .poll(() => failedJobs(db.database), { timeout: 5_000, interval: 20 })
    .toMatchObject([{ task: "deliver", attempts: 2, lastError: expect.stringContaining("the shop is closed") }]);
  expect(runs.length).toBe(2);

  open = true;
  const [failed] = await failedJobs(db.database);
  if (failed) await retryJob(db.database, failed.id);
  await expect.poll(jobs, { timeout: 5_000, interval: 20 }).toEqual([]);
  expect(runs.length).toBe(3);
  await rejects(retryJob(db.database, failed?.id ?? 0), { code: "jobs.job-gone" });
});

test("the operator can give up on a failed job, and on no other", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) => enqueueJob(ctx.db, "hopeless", {}, { maxAttempts: 1 }));
  const { rows } = await db.owner.query<{ id: number }>("select id from graphile_worker.jobs");
  const id = rows[0]?.id ?? 0;
  await rejects(dismissJob(db.database, id), { code: "jobs.job-gone" });
  await db.owner.query("update graphile_worker._private_jobs set attempts = 1, last_error = 'no'");
  await dismissJob(db.database, id);
  expect(await jobs()).toEqual([]);
});

test("what is due by the clock runs once each time, however many runners there are", async () => {
  const minutesAgo = (minutes: number) => new Date(Math.floor(Date.now() / 60_000 - minutes) * 60_000);
  const due = [minutesAgo(5), minutesAgo(4), minutesAgo(3)];
  vi.setSystemTime(new Date(minutesAgo(5).getTime() - 10));
  const { task, runs } = remembering("sweep");
  for (let runner = 0; runner < 2; runner++) await start([task], [{ task: "sweep", pattern: "* * * * *" }]);
  const minutes = () =>
    runs.map((payload) => z.object({ _cron: z.object({ ts: z.string() }) }).parse(payload)._cron.ts);
  for (const [done, minute] of due.entries()) {
    vi.setSystemTime(new Date(minute.getTime() + 59_990));
    await expect
      .poll(minutes, { timeout: 8_000, interval: 20 })
      .toEqual(due.slice(0, done + 1).map((each) => each.toISOString()));
  }
  await Promise.all(running.splice(0).map((runner) => runner.stop()));
  expect(runs.length).toBe(due.length);
  expect(await jobs()).toEqual([]);
});
