import { env } from "node:process";
import type { Id } from "@guildhall/core";
import { systemClock } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type GivenTenant, given, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { appendFact } from "../facts/append-fact.ts";
import { scheduleFact } from "../facts/schedule-fact.ts";
import { type Step, steps } from "../relay/step.ts";
import type { Death } from "./death.ts";
import { startWorker } from "./start-worker.ts";

const db = useDatabase();

// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";
const lanes = 2;

type Plan = Pick<Death, "step" | "at">;

/** Each step once, then a few deaths anywhere: a thousand in the long run. */
const plans: Plan[] = [
  ...steps.map((step: Step, place) => ({ step, at: 1 + (place % 3) })),
  ...Array.from({ length: all ? 1_000 : 4 }, () => ({ step: null, at: 1 + Math.floor(Math.random() * 60) })),
];

test("whatever step a worker is killed at, every fact is handled once, in its subject's order, and nothing is left", {
  timeout: all ? 3_600_000 : 60_000,
}, async () => {
  await db.owner.query("create table posted (fact_id uuid)");
  const halls = [await given(db).tenant(), await given(db).tenant()];
  const people = await Promise.all(
    halls.map(async (hall) => [await hall.person(), await hall.person(), await hall.person()]),
  );

  const waiting = [...plans];
  const lane = async () => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift())
      expect(await startWorker({ urls: db.urls, ...plan }).dead).toBe("SIGKILL");
  };
  let killing = true;
  const deaths = Promise.all(Array.from({ length: lanes }, lane)).finally(() => {
    killing = false;
  });
  for (let n = 0; killing; n++) {
    const which = n % halls.length;
    const [hall, persons] = [halls[which], people[which]];
    if (hall && persons) await happenSomething(hall, persons, n);
    await expect.poll(async () => !killing || (await backlog()) <= 40, { timeout: 30_000, interval: 20 }).toBe(true);
  }
  await deaths;

  const survivor = startWorker({ urls: db.urls, step: null, at: 0 });
  await expect
    .poll(leftovers, { timeout: 20_000, interval: 50 })
    .toEqual({ outbox: 0, delivery: 0, scheduled: 0, jobs: 0 });
  survivor.kill();
  await survivor.dead;

  expect(await count("select from fact")).toBeGreaterThan(plans.length);
  for (const handler of ["tally", "ledger"]) expect(await factsWithEffects(handler, "<> 1")).toBe(0);
  expect(await count("select from fact f where not exists (select from posted p where p.fact_id = f.id)")).toBe(0);
  expect(await outOfOrder()).toEqual([]);
});

/** A fact about one person; now and then one that was scheduled, or a batch over all of them. */
async function happenSomething(hall: GivenTenant, persons: readonly Id<"person">[], n: number): Promise<void> {
  const personId = persons[n % persons.length];
  if (!personId) return;
  await hall.inside(
    async (ctx) => {
      if (n % 23 === 0) await importBatch(ctx, persons);
      else if (n % 5 === 0)
        await scheduleFact(ctx, String(n), "people.person-updated", { personId, fields: ["later"] }, testNow);
      else await appendFact(ctx, "people.person-updated", { personId, fields: ["now"] });
    },
    undefined,
    systemClock,
  );
}

async function importBatch(ctx: Ctx, persons: readonly Id<"person">[]): Promise<void> {
  const tenantId = ctx.tenant.id;
  const changeSet = { tenant_id: tenantId, kind: "import", created_at: testNow };
  const { id: changeSetId } = await ctx.db
    .insertInto("change_set")
    .values(changeSet)
    .returning("id")
    .executeTakeFirstOrThrow();
  const touched = await ctx.db
    .updateTable("person")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "in", persons)
    .returning(["id", "version"])
    .execute();
  const items = touched.map(({ id, version }) => ({
    subject_type: "person",
    subject_id: id,
    subject_version: version,
  }));
  await ctx.db
    .insertInto("change_set_item")
    .values(items.map((item) => ({ tenant_id: tenantId, change_set_id: changeSetId, ...item })))
    .execute();
  await appendFact(ctx, "people.people-imported", { changeSetId, count: persons.length }, { changeSetId });
}

async function count(query: string): Promise<number> {
  return (await db.owner.query(query)).rowCount ?? 0;
}

const backlog = () => count("select from delivery union all select from outbox");

const leftovers = async () => ({
  outbox: await count("select from outbox"),
  delivery: await count("select from delivery"),
  scheduled: await count("select from scheduled_fact"),
  jobs: await count("select from graphile_worker._private_jobs"),
});

const factsWithEffects = (handler: string, times: "<> 1") =>
  count(`select from fact f left join audit_entry a on a.tenant_id = f.tenant_id and a.subject_id = f.id and a.action = '${handler}'
    group by f.tenant_id, f.id having count(a.id) ${times}`);

/** Facts that touched a person, alone or in a batch, that the ledger has after a later one of the same person. */
async function outOfOrder(): Promise<unknown[]> {
  const { rows } = await db.owner.query(`
    with touching as (
      select tenant_id, id, subject_id as person_id, subject_version as version from fact where subject_type = 'person'
      union all
      select f.tenant_id, f.id, i.subject_id, i.subject_version from fact f
      join change_set_item i on i.tenant_id = f.tenant_id and i.change_set_id = f.change_set_id
    ), told as (
      select t.person_id, t.version, lag(t.version) over (partition by t.tenant_id, t.person_id order by a.id) as previous
      from touching t join audit_entry a on a.tenant_id = t.tenant_id and a.subject_id = t.id and a.action = 'ledger'
    )
    select * from told where previous > version`);
  return rows;
}
