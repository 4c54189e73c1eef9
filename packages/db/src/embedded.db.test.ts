import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "./embedded.ts";

const home = mkdtempSync(join(tmpdir(), "gh-embedded-"));
chmodSync(home, 0o755);
const dataDir = join(home, "pg");
const lock = join(dataDir, "postmaster.pid");

const started: EmbeddedPostgres[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, settings: { shared_buffers: "16MB", max_connections: "10" } });
  started.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>({ ownerUrl }: EmbeddedPostgres, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<Row>(query);
  await client.end();
  return rows;
}

const postmaster = () => Number(readFileSync(lock, "utf8").split("\n")[0]);

// One story over one data directory: each test finds what the one before left.

test("the first start makes the cluster, clears away one that was cut off, and two at once end up with one server", async () => {
  const cutOff = `${dataDir}.new-999999999-x`;
  mkdirSync(cutOff, { recursive: true });
  writeFileSync(join(cutOff, "PG_VERSION"), "18\n");
  const [one, two] = await Promise.all([start(), start()]);
  await ask(one, "create table kept as select 42 as answer");
  expect(await ask(two, "select answer from kept")).toEqual([{ answer: 42 }]);
  expect(readdirSync(home).sort()).toEqual(["pg", "pg.log"]);
});

test("a server that runs already is taken over, and stopping it stops it", async () => {
  await start();
  const pid = postmaster();
  const adopted = await start();
  expect(postmaster()).toBe(pid);
  expect(await ask(adopted, "select answer from kept")).toEqual([{ answer: 42 }]);
  await adopted.stop();
  expect(existsSync(lock)).toBe(false);
});

test("a server that was killed is recovered from, with everything that was committed", async () => {
  const killed = await start();
  await ask(killed, "update kept set answer = 43");
  process.kill(postmaster(), "SIGKILL");
  expect(existsSync(lock)).toBe(true);
  expect(await ask(await start(), "select answer from kept")).toEqual([{ answer: 43 }]);
});

test("a server whose socket was swept away is started anew, with everything that was committed", async () => {
  const cutOff = await start();
  await ask(cutOff, "create table swept as select 1 as one");
  rmSync(decodeURIComponent(new URL(cutOff.ownerUrl).searchParams.get("host") ?? ""), { recursive: true });
  const anew = await start();
  expect(await ask(anew, "select one from swept")).toEqual([{ one: 1 }]);
});

test("a lock file whose number went to another process is no server", async () => {
  writeFileSync(lock, `${process.pid}\n${dataDir}\n`);
  expect(await ask(await start(), "select answer from kept")).toEqual([{ answer: 43 }]);
  expect(postmaster()).not.toBe(process.pid);
});

test("what is no cluster is left as it is", async () => {
  const precious = join(home, "precious");
  mkdirSync(precious);
  writeFileSync(join(precious, "diary.txt"), "dear diary");
  await expect(startEmbedded({ dataDir: precious })).rejects.toThrow();
  expect(readFileSync(join(precious, "diary.txt"), "utf8")).toBe("dear diary");
});
