import { demoPassword } from "@guildhall/demo";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProductionRehearsal, rehearseProduction } from "./production-rehearsal.ts";
import { readEvents } from "./rehearsal/event-reader.ts";
import { beginPost } from "./rehearsal/slow-post.ts";
import { waitUntil } from "./rehearsal/wait-until.ts";

const email = "maya@harbor.example";
let production: ProductionRehearsal;
let cookie = "";

beforeAll(async () => {
  production = await rehearseProduction();
}, 120_000);
afterAll(() => production?.close());

test("the migrate step says what it did", () => {
  expect(production.migrated.at(0)).toContain("0001_foundations");
  expect(production.migrated.at(-1)).toContain("up to date");
});

test("every process is alive and ready, and shows its figures", async () => {
  for (const { address } of [...production.web, production.worker]) {
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: "alive" });
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: "ready" });
    expect(await (await fetch(`${address}/metrics`)).text()).toContain("database_connections");
  }
});

test("whoever signs in through the proxy is signed in at every node", async () => {
  const answer = await post(
    production.address,
    "/login",
    { email, password: demoPassword },
    { "x-forwarded-for": "203.0.113.9" },
  );
  expect(answer.status).toBe(303);
  cookie =
    answer.headers
      .getSetCookie()
      .find((each) => each.startsWith("guildhall="))
      ?.split(";")[0] ?? "";

  const pages = [await page("/w/harbor/people"), await page("/w/harbor/people")];
  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  expect(new Set(pages.map(({ headers }) => headers.get("x-served-by")))).toEqual(new Set(["web-1", "web-2"]));
  expect(await pages[0]?.text()).toContain("José");
});

test("the address behind a session is the one that the proxy saw, not the one that somebody claims", async () => {
  const { rows } = await production.owner.query("select host(ip) as ip from session");
  expect(rows).toEqual([{ ip: "127.0.0.1" }]);
});

test("a page that posts from elsewhere is refused behind the proxy too", async () => {
  const answer = await post(
    production.address,
    "/login",
    { email, password: demoPassword },
    { origin: "https://elsewhere.example" },
  );
  expect(answer.status).toBe(403);
});

test("no embedded default is served in production", async () => {
  expect((await page("/dev/mail")).status).toBe(404);
});

test("the worker carries what the web nodes write", async () => {
  await waitUntil("the outbox is empty", 15_000, async () => (await count("select from outbox")) === 0);
});

test("what is written through one node is heard at the other", async () => {
  const [one, other] = production.web;
  const reader = await readEvents(`${other.address}/w/harbor/live`, cookie);
  const answer = await post(one.address, "/w/harbor/people/new", { fullName: "Ada Quill" }, { cookie });
  expect(answer.status).toBe(303);
  const personId = answer.headers.get("location")?.split("/").at(-1);

  await waitUntil("the other node hears of Ada", 10_000, () =>
    reader.events.some((event) => event.includes(`"${personId}"`)),
  );
  expect(reader.events.map((event) => JSON.parse(event))).toContainEqual({
    fact: "people.person-created",
    subjectId: personId,
  });
  reader.leave();
});

test("a web node that is told to leave says so, finishes what it has begun, and is gone within 10 seconds", async () => {
  const leaving = await production.startWeb("web-3");
  const reader = await readEvents(`${leaving.address}/w/harbor/live`, cookie);
  const form = new URLSearchParams({ email, password: demoPassword });
  const slow = await beginPost(`${leaving.address}/login`, form, asProxied());
  const toldAt = performance.now();
  leaving.send("SIGTERM");

  await waitUntil("/readyz says draining", 2_000, async () => {
    const answer = await fetch(`${leaving.address}/readyz`);
    return answer.status === 503 && (await answer.text()).includes("draining");
  });
  expect(await slow.finish()).toMatchObject({
    status: 303,
    headers: { "set-cookie": expect.arrayContaining([expect.stringContaining("guildhall=")]) },
  });
  await reader.ended;
  expect(await leaving.exited).toBe(0);
  expect(performance.now() - toldAt).toBeLessThan(10_000);
});

test("a worker that is told to leave finishes and is gone", async () => {
  const leaving = await production.startWorker("worker-2");
  leaving.send("SIGTERM");
  expect(await leaving.exited).toBe(0);
});

test("a job whose worker is killed is done by the next one within 30 seconds", async () => {
  const { owner, worker } = production;
  await owner.query(`insert into session (id, user_id, created_at, expires_at)
    select repeat('0', 64), id, now() - interval '2 days', now() - interval '1 day' from user_account limit 1`);
  const blocker = await owner.connect();
  await blocker.query("begin; select from session where id = repeat('0', 64) for update");
  await owner.query("select enqueue_job('auth.sweep', '{}')");
  await waitUntil("the sweep is under way", 10_000, () =>
    count("select from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'delete from \"session\"%'"),
  );

  const killedAt = performance.now();
  worker.send("SIGKILL");
  expect(await worker.exited).toBeNull();
  await blocker.query("rollback");
  blocker.release();
  expect(await count("select from session where expires_at < now()")).toBe(1);

  await production.startWorker("worker-3");
  await waitUntil(
    "the next worker has swept",
    30_000,
    async () => (await count("select from session where expires_at < now()")) === 0,
  );
  expect(performance.now() - killedAt).toBeLessThan(30_000);
  await waitUntil(
    "the job is off the list",
    5_000,
    async () => (await count("select from graphile_worker._private_jobs")) === 0,
  );
}, 45_000);

test("logs are lines of JSON, a request is found by its id, and they hold no secret", async () => {
  const answer = await page("/w/harbor/people");
  const served = production.web.find(({ name }) => name === answer.headers.get("x-served-by"));
  const lines = production.processes.flatMap((process) => process.lines);
  const line = await waitUntil("the request is in the log", 2_000, () =>
    served?.lines.find((each) => each.includes(`"${answer.headers.get("x-request-id")}"`)),
  );
  expect(JSON.parse(line)).toMatchObject({ level: 30, method: "GET", path: "/w/harbor/people", status: 200 });

  for (const each of [...lines, ...production.migrated]) expect(() => JSON.parse(each)).not.toThrow();
  const all = lines.join("\n");
  for (const secret of [...production.secrets, demoPassword, cookie.split("=")[1] ?? ""])
    expect(all).not.toContain(secret);
});

function post(
  address: string,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(form),
    headers: { ...asProxied(), ...headers },
  });
}

/** A request for one node alone, as it would come from a page and through the proxy. */
function asProxied(): Record<string, string> {
  const { origin, host } = new URL(production.address);
  return { origin, "x-forwarded-host": host };
}

function page(path: string): Promise<Response> {
  return fetch(production.address + path, { headers: { cookie }, redirect: "manual" });
}

async function count(query: string): Promise<number> {
  return (await production.owner.query(query)).rowCount ?? 0;
}
