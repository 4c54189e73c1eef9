import { createServer } from "node:net";
import { env } from "node:process";
import { newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { compactRoom } from "../history/compact-room.ts";
import { readChanges } from "../history/read-history.ts";
import { openRoom } from "../kinds/open-room.ts";
import { postgresLog } from "../log/postgres-log.ts";
import type { RoomKey } from "../log/room-log.ts";
import { loadContent } from "../rooms/content.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, type LiveVisit, liveVisit } from "../test/live-visit.ts";
import { longRuns } from "../test/long-runs.ts";
import { type Death, steps } from "./death.ts";
import { startNode } from "./start-node.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(closeAllRooms);

/** As often as `pnpm chaos` says, and a thousand times in the long run of all tests. */
// biome-ignore lint/style/noProcessEnv: set for the long runs, by which no product code is steered
const asked = env.GUILDHALL_KILLS ?? (longRuns ? "1000" : null);
const kills = Number(asked ?? 52);
const lanes = 2;
const betweenCompactions = 8;

/** Each step several times, early and late, then deaths anywhere. */
const planned = [1, 2, 4].flatMap((at) => steps.map((step) => ({ step, at: step === "load" ? 1 : at })));
const plans: Pick<Death, "step" | "at">[] = Array.from(
  { length: kills },
  (_, n) => planned[n] ?? { step: null, at: 1 + (n % 11) },
);

test("whatever moment nodes are killed at, everything that was said to be saved is in the log, and all end with the log", {
  timeout: 120_000 + kills * 4_000,
}, async () => {
  const those = boards();
  const { hall, room: name, subjectId } = await nodes.board(those);
  const { tenantId, id, generation } = await hall.inside((ctx) => openRoom(ctx, those.kind, subjectId));
  const room: RoomKey = { tenantId, id, generation };
  const waiting = [...plans];
  let killing = true;
  let deaths = 0;
  const saved = new Set<string>();

  const ports = await Promise.all(Array.from({ length: lanes }, freePort));
  const lane = async (port: number) => {
    const make = (plan: Pick<Death, "step" | "at">) => startNode({ urls: db.urls, room, port, ...plan });
    let next = make(waiting.shift() ?? { step: null, at: 0 });
    while (killing) {
      const node = await next;
      const plan = waiting.shift();
      if (plan) next = make(plan);
      node.listen();
      expect(await node.dead).toBe("SIGKILL");
      deaths += 1;
      const soFar = [...saved];
      const tokens = (await readLog(room)).getMap("tokens");
      expect(soFar.filter((token) => !tokens.has(token))).toEqual([]);
      if (deaths % betweenCompactions === 0) await compactRoom(room, { database: db.database, archiveAfter: 0 });
      if (asked !== null && deaths % 25 === 0) say(deaths, saved.size);
      if (!plan) return;
    }
  };
  const pages = ports.flatMap((port) =>
    [0, 1].map(() => liveVisit({ url: `ws://127.0.0.1:${port}/sync`, room: name, cookie: "" })),
  );
  for (const page of pages) quicken(page);
  const dying = Promise.all(ports.map(lane)).finally(() => {
    killing = false;
  });
  await Promise.all([dying, ...pages.map((page) => typeOn(page, saved, () => killing))]);
  expect(deaths).toBe(plans.length);

  const last = await Promise.all(ports.map((port) => startNode({ urls: db.urls, room, port, step: null, at: 0 })));
  for (const node of last) node.listen();
  await Promise.all(pages.map((page) => page.whenSaved()));
  const log = (await readLog(room)).getText("text").toString();
  expect(await hall.inside((ctx) => replay(ctx, room))).toBe(log);
  await expect.poll(() => pages.map(({ text }) => text.toString()), { timeout: 10_000 }).toEqual(pages.map(() => log));
  expect(saved.size).toBeGreaterThan(plans.length);
  for (const node of last) node.kill();
  await Promise.all(last.map(({ dead }) => dead));
});

/** What a node would open. */
async function readLog(room: RoomKey): Promise<Y.Doc> {
  const loaded = await postgresLog(db.database).load(room);
  if (!loaded) throw new Error("The room is gone.");
  return loadContent(loaded, []);
}

/** Every change that was ever stored, one after the other, wherever it is kept by now. */
async function replay(ctx: Ctx, room: RoomKey): Promise<string> {
  const doc = new Y.Doc();
  for (let next = 1; ; ) {
    const changes = await readChanges(ctx, room.id, { from: next, to: Number.MAX_SAFE_INTEGER });
    if (changes.length === 0) return doc.getText("text").toString();
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, n) => next + n));
    doc.transact(() => {
      for (const { update } of changes) Y.applyUpdate(doc, update);
    });
    next += changes.length;
  }
}

function say(deaths: number, saved: number): void {
  process.stdout.write(`  ${deaths} of ${kills} kills, ${saved} changes shown as saved, all of them in the log\n`);
}

/** Types a little, waits until the page says that it is saved, and writes down what was. */
async function typeOn(page: LiveVisit, saved: Set<string>, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const typed: string[] = [];
    for (let n = 0; n < 3; n++) {
      const token = newId();
      page.doc.transact(() => {
        page.text.insert(Math.floor(page.text.length / 2), ".");
        page.doc.getMap("tokens").set(token, true);
      });
      typed.push(token);
    }
    await Promise.race([page.whenSaved(), until(() => !goOn())]);
    if (page.state.is === "saved") for (const token of typed) saved.add(token);
  }
}

async function until(over: () => boolean): Promise<void> {
  while (!over()) await new Promise((later) => setTimeout(later, 20));
}

/** A death every moment is no reason to come again ever later. */
function quicken({ provider }: LiveVisit): void {
  provider.on("connection-close", () => {
    provider.wsUnsuccessfulReconnects = 0;
    provider.maxBackoffTime = 20;
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== "object" || !address) throw new Error("No port.");
  return address.port;
}
