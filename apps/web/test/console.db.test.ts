import { expect, test } from "vitest";
import { useHouse } from "./use-house.ts";

const house = useHouse({ RUN_JOBS: "0" });

async function failedDelivery(): Promise<{ tenantId: string; factId: string }> {
  const { rows } = await house.db.owner.query(
    `with fact as (select f.tenant_id, f.id, f.subject_id from fact f join tenant t on t.id = f.tenant_id where t.slug = 'harbor' order by f.id limit 1)
     insert into delivery (tenant_id, fact_id, handler, ordered, subject_id, state, attempts, due_at, last_error, created_at)
     select tenant_id, id, 'welcome-letter', false, subject_id, 'failed', 12, now(), 'The printer is out of paper', now() from fact
     returning tenant_id as "tenantId", fact_id as "factId"`,
  );
  return rows[0];
}

const stateOf = async (factId: string) =>
  (await house.db.owner.query("select state, attempts from delivery where fact_id = $1", [factId])).rows;

const act = async (fields: Record<string, string>) =>
  house.ask("/console/work", {
    method: "POST",
    cookie: await house.signIn("operator@guildhall.example"),
    body: new URLSearchParams(fields),
  });

test("the operator reads why a fact was not handled, tries it again, and lets one go", async () => {
  const which = await failedDelivery();
  const page = await (
    await house.ask("/console/work", { cookie: await house.signIn("operator@guildhall.example") })
  ).text();
  expect(page).toContain("welcome-letter");
  expect(page).toContain("The printer is out of paper");

  const fact = { what: "fact", handler: "welcome-letter", ...which };
  expect((await act({ ...fact, act: "retry" })).status).toBe(303);
  expect(await stateOf(which.factId)).toEqual([{ state: "waiting", attempts: 0 }]);
  expect((await act({ ...fact, act: "retry" })).status).toBe(404);

  await house.db.owner.query("update delivery set state = 'failed' where fact_id = $1", [which.factId]);
  expect((await act({ ...fact, act: "dismiss" })).status).toBe(303);
  expect(await stateOf(which.factId)).toEqual([]);
});

test("a job that gave up is shown as well, and can be tried again", async () => {
  await house.db.owner.query("select enqueue_job('send-message', '{}'::jsonb, 'lost')");
  await house.db.owner.query(
    "update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'No such message'",
  );
  const cookie = await house.signIn("operator@guildhall.example");
  expect(await (await house.ask("/console/work", { cookie })).text()).toContain("No such message");
  const { rows } = await house.db.owner.query("select id from graphile_worker._private_jobs where key = 'lost'");
  expect((await act({ what: "job", id: String(rows[0].id), act: "retry" })).status).toBe(303);
  const { rows: after } = await house.db.owner.query(
    "select attempts from graphile_worker._private_jobs where key = 'lost'",
  );
  expect(after).toEqual([{ attempts: 0 }]);
});

test("a hall that the operator suspends lets nobody in, says so, and opens again as it was", async () => {
  const { rows } = await house.db.owner.query("select id from tenant where slug = 'harbor'");
  const place = `/console/halls/${rows[0].id}`;
  const [operator, maya] = [
    await house.signIn("operator@guildhall.example"),
    await house.signIn("maya@harbor.example"),
  ];
  const say = (act: string) =>
    house.ask(place, { method: "POST", cookie: operator, body: new URLSearchParams({ act }) });
  expect((await say("suspend")).status).toBe(303);
  const shut = await house.ask("/w/harbor/people", { cookie: maya });
  expect(shut.status).not.toBe(200);
  expect((await house.ask("/c/harbor")).status).toBe(404);
  expect((await house.ask(place, { cookie: operator })).status).toBe(200);
  expect((await say("resume")).status).toBe(303);
  expect((await house.ask("/w/harbor/people", { cookie: maya })).status).toBe(200);
  const audit = await house.db.owner.query(
    "select action from audit_entry where tenant_id = $1 and action in ('tenant.suspended', 'tenant.resumed') order by at",
    [rows[0].id],
  );
  expect(audit.rows.map(({ action }) => action)).toEqual(["tenant.suspended", "tenant.resumed"]);
});
