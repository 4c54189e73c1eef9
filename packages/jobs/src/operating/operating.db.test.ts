import { given, useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { scheduleFact } from "../facts/schedule-fact.ts";
import { enqueueJob } from "../tasks/enqueue-job.ts";
import { listStuckFacts, retryStuckFact } from "./stuck-facts.ts";
import { getWorkFigures } from "./work-figures.ts";

const db = useDatabase();
const page = { size: 10, cursor: null };

test("the figures say what waits, what failed, and who works", async () => {
  const hall = await given(db).tenant();
  expect(await getWorkFigures(db.database)).toMatchObject({ workers: [], jobs: { waiting: 0, failed: 0 }, stuck: 0 });
  await hall.inside(async (ctx) => {
    await enqueueJob(ctx.db, "greet", {});
    await enqueueJob(ctx.db, "gone", {});
  });
  await db.owner.query(
    "update graphile_worker._private_jobs j set attempts = j.max_attempts from graphile_worker.jobs v where v.id = j.id and v.task_identifier = 'gone'",
  );
  await db.owner.query("insert into worker_node (id, started_at, seen_at) values ('w1', now(), now())");
  const figures = await getWorkFigures(db.database);
  expect(figures.jobs).toMatchObject({ waiting: 1, failed: 1 });
  expect(figures.jobs.oldestDueAt).toBeInstanceOf(Date);
  expect(figures.workers.map(({ id }) => id)).toEqual(["w1"]);
});

test("the queue is counted for the operator alone", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) => enqueueJob(ctx.db, "greet", {}));
  const asked = (purpose: "relay" | "operate") =>
    db.database.withPlatform(purpose, (platform) => sql`select * from count_jobs()`.execute(platform));
  expect((await asked("relay")).rows).toEqual([]);
  expect((await asked("operate")).rows).toHaveLength(1);
});

test("what was due and could not happen is listed with its reason, and tried at once when asked", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) =>
    scheduleFact(ctx, "trial", "tenancy.trial-ended", { tenantId: hall.tenant.id }, ctx.clock.now()),
  );
  expect((await listStuckFacts(db.database, page)).rows).toEqual([]);
  await db.owner.query(
    "update scheduled_fact set attempts = 3, retry_at = now() + interval '1 hour', last_error = 'no such door' where key = 'trial'",
  );
  const [stuck] = (await listStuckFacts(db.database, page)).rows;
  expect(stuck).toMatchObject({ tenantSlug: hall.tenant.slug, name: "tenancy.trial-ended", lastError: "no such door" });
  const which = { tenantId: hall.tenant.id, key: "trial" };
  await retryStuckFact(db.database, which);
  expect((await db.owner.query("select retry_at from scheduled_fact where key = 'trial'")).rows).toEqual([
    { retry_at: null },
  ]);
  await expect(retryStuckFact(db.database, { ...which, key: "other" })).rejects.toMatchObject({
    code: "jobs.scheduled-gone",
  });
});
