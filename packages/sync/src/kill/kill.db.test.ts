import { createServer } from "node:net";
import { env } from "node:process";
import { newId } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { openRoom } from "../kinds/open-room.ts";
import type { RoomKey } from "../log/room-log.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, type LiveVisit, liveVisit } from "../test/live-visit.ts";
import { type Death, steps } from "./death.ts";
import { startNode } from "./start-node.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(closeAllRooms);

// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";
const lanes = 2;

/** Each step several times, early and late, then deaths anywhere: a thousand in the long run. */
const plans: Pick<Death, "step" | "at">[] = [
  ...[1, 2, 4].flatMap((at) => steps.map((step) => ({ step, at: step === "load" ? 1 : at }))),
  ...Array.from({ length: all ? 1_000 : 37 }, (_, n) => ({ step: null, at: 1 + (n % 11) })),
];

test("whatever moment nodes are killed at, everything that was said to be saved is in the log, and all end with the log", {
  timeout: all ? 3_600_000 : 120_000,
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
      const sofar = [...saved];
      const log = await nodes.logDoc();
      for (const token of sofar) expect(log.getMap("tokens").has(token)).toBe(true);
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
  const log = await nodes.logText();
  await expect.poll(() => pages.map(({ text }) => text.toString()), { timeout: 10_000 }).toEqual(pages.map(() => log));
  expect(saved.size).toBeGreaterThan(plans.length);
  for (const node of last) node.kill();
  await Promise.all(last.map(({ dead }) => dead));
});

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
