import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoPassword } from "@guildhall/demo";
import { afterEach, expect, test } from "vitest";
import { type RunningStart, runStart } from "./running-start.ts";

const places: string[] = [];
const running: RunningStart[] = [];

afterEach(async () => {
  for (const { child, exit } of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await exit;
  }
  for (const place of places.splice(0)) {
    killPostgres(join(place, "data"));
    rmSync(place, { recursive: true, force: true });
  }
});

function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), "gh-start-"));
  chmodSync(place, 0o755);
  places.push(place);
  return place;
}

function start(options: Parameters<typeof runStart>[0]): RunningStart {
  const started = runStart(options);
  running.push(started);
  return started;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}

function postgresPid(dataDir: string): number | null {
  const lock = join(dataDir, "pg/postmaster.pid");
  return existsSync(lock) ? Number(readFileSync(lock, "utf8").split("\n")[0]) : null;
}

/** The program in front and the one behind it, at once and without a word; PostgreSQL is in a group of its own. */
function killAll({ child }: RunningStart): void {
  if (child.pid) process.kill(-child.pid, "SIGKILL");
}

function killPostgres(dataDir: string): void {
  const pid = postgresPid(dataDir);
  try {
    if (pid) process.kill(pid, "SIGKILL");
  } catch {
    // it is gone already
  }
}

async function addPerson(address: string, fullName: string): Promise<void> {
  const headers = { origin: address };
  const signedIn = await fetch(`${address}/login`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams({ email: "maya@harbor.example", password: demoPassword }),
  });
  const session = signedIn.headers.getSetCookie().find((each) => each.startsWith("guildhall="));
  const cookie = session?.split(";")[0] ?? "";
  const added = await fetch(`${address}/w/harbor/people/new`, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers, cookie },
    body: new URLSearchParams({ fullName }),
  });
  expect(added.status).toBe(303);
  const person = await fetch(address + added.headers.get("location"), { headers: { cookie } });
  expect(await person.text()).toContain(fullName);
}

test("from nothing to a page; killed with its database, it comes back with everything; killed alone, it finds its database running", {
  timeout: 120_000,
}, async () => {
  const place = newPlace();
  const dataDir = join(place, "data");
  const port = await freePort();

  const first = start({ dataDir, port });
  const address = await first.address;
  expect(first.output()).toContain("Loading demo data");
  expect((await fetch(address)).status).toBe(200);
  await addPerson(address, "Survivor One");

  killAll(first);
  killPostgres(dataDir);

  const second = start({ dataDir, port: await freePort() });
  const again = await second.address;
  expect(second.output()).not.toContain("Loading demo data");
  await addPerson(again, "Survivor Two");
  second.child.kill("SIGTERM");
  expect(await second.exit).toBe(0);
  expect(postgresPid(dataDir)).toBeNull();

  const third = start({ dataDir, port: await freePort() });
  await third.address;
  const left = postgresPid(dataDir);
  killAll(third);
  const fourth = start({ dataDir, port: await freePort() });
  await fourth.address;
  expect(postgresPid(dataDir)).toBe(left);
  fourth.child.kill("SIGTERM");
  expect(await fourth.exit).toBe(0);
  expect(postgresPid(dataDir)).toBeNull();
});

test("with its port taken it takes the next one, and says so", async () => {
  const place = newPlace();
  const port = await freePort();
  const squatter = createServer().listen(port, "127.0.0.1");
  try {
    const started = start({ dataDir: join(place, "data"), port });
    const address = await started.address;
    expect(started.output()).toContain(`Port ${port} is taken`);
    expect(Number(new URL(address).port)).toBeGreaterThan(port);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  } finally {
    squatter.close();
  }
});

test("an ordinary user may start it as well as root", async () => {
  const place = newPlace();
  const uid = process.getuid?.() === 0 ? 65_534 : undefined;
  mkdirSync(join(place, "data"));
  if (uid !== undefined) chownSync(join(place, "data"), uid, uid);
  const started = start({
    dataDir: join(place, "data"),
    port: await freePort(),
    home: place,
    ...(uid !== undefined && { uid }),
  });
  expect((await fetch(await started.address)).status).toBe(200);
});
