import { useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { usualPace } from "../rooms/limits.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, liveVisit } from "../test/live-visit.ts";
import { longRuns } from "../test/long-runs.ts";
import { rawSocket } from "../test/raw-socket.ts";
import { leaveAll, visit } from "../test/visit.ts";
import { updateFrame } from "../wire/frames.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  leaveAll();
  closeAllRooms();
  return nodes.forget();
});

type Options = Omit<Parameters<typeof nodes.node>[0], "boards">;

async function twoOn(options: Options = {}) {
  const those = boards();
  const { room, people } = await nodes.board(those, 2);
  const node = await nodes.node({ boards: those, ...options });
  const [lin, maya] = people.map(({ cookie }) => cookie);
  const page = liveVisit({ url: node.url, room, cookie: lin ?? "" });
  await expect.poll(() => page.state.is).toBe("saved");
  return { page, node, room, address: `${node.url}/${room}`, cookie: maya ?? "" };
}

test("whatever bytes somebody sends, their line may end and everybody else's goes on", async () => {
  const { page, address, cookie, node } = await twoOn();
  const frames = fc.sample(fc.uint8Array({ minLength: 0, maxLength: 60 }), { numRuns: 60, seed: 7 });
  for (const frame of frames) {
    const raw = await rawSocket(address, { cookie });
    raw.ws.send(Uint8Array.from([0, 2, frame.length, ...frame]));
    raw.ws.send(frame);
    if (frame.length % 2) raw.ws.send("words");
    raw.ws.close();
    await raw.closed;
  }
  page.text.insert(0, "Still here.");
  await page.whenSaved();
  expect(await nodes.logText()).toBe("Still here.");
  expect(page.shown).not.toContain("offline");
  expect(node.errors).toEqual([]);
});

test.each([
  ["an update that is none", Uint8Array.from([0, 2, 3, 9, 9, 9]), 4400],
  ["a message that nobody knows", Uint8Array.from([77]), 4400],
  ["more than a frame may hold", new Uint8Array(70_000), 1009],
])("%s ends the line with a reason", async (_, frame, code) => {
  const { address, cookie } = await twoOn({ limits: { frame: 65_536 } });
  const raw = await rawSocket(address, { cookie });
  raw.ws.send(frame);
  expect(await raw.closed).toBe(code);
});

test("who does not read is sent one difference later, and has everything then", async () => {
  const { page, address, cookie } = await twoOn({ limits: { behind: 16_384 } });
  const raw = await rawSocket(address, { cookie });
  raw.ws.pause();
  for (let n = 0; n < 60; n++) {
    page.text.insert(0, "x".repeat(100_000));
    if (n % 10 === 0) await page.whenSaved();
  }
  page.text.delete(0, 5_999_990);
  await page.whenSaved();
  raw.ws.resume();
  const doc = new Y.Doc();
  await expect
    .poll(
      () => {
        for (const frame of raw.frames.splice(0)) if (frame.type === "update") Y.applyUpdate(doc, frame.update);
        return doc.getText("text").toString();
      },
      { timeout: 3_000 },
    )
    .toBe(page.text.toString());
});

test("who does not read for too long is cut off, to come again", async () => {
  const { page, address, cookie, node } = await twoOn({
    limits: { behind: 16_384, slowFor: 300 },
    pace: { follow: 50 },
  });
  const raw = await rawSocket(address, { cookie });
  raw.ws.pause();
  for (let n = 0; n < 80; n++) page.text.insert(0, "x".repeat(100_000));
  await page.whenSaved();
  await expect.poll(() => node.sync.figures().sockets, { timeout: 4_000 }).toBe(1);
});

test.each([
  { pace: "so many", updatesPerSecond: 120, updatesAtOnce: 20, atLeast: 1_500, atMost: Number.POSITIVE_INFINITY },
  {
    pace: "any number",
    updatesPerSecond: Number.POSITIVE_INFINITY,
    updatesAtOnce: Number.POSITIVE_INFINITY,
    atLeast: 0,
    atMost: 1_500,
  },
])("$pace updates a second: who sends more is read later, and loses nothing", async (given) => {
  const { updatesPerSecond, updatesAtOnce, atLeast, atMost } = given;
  const { page, address, cookie, node } = await twoOn({ limits: { updatesPerSecond, updatesAtOnce } });
  const raw = await rawSocket(address, { cookie });
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => raw.ws.send(updateFrame(update)));
  const startedAt = Date.now();
  for (let n = 0; n < 220; n++) doc.getText("text").insert(n, "x");
  await expect.poll(() => page.text.length, { timeout: 4_000, interval: 10 }).toBe(220);
  expect(Date.now() - startedAt).toBeGreaterThan(atLeast);
  expect(Date.now() - startedAt).toBeLessThan(atMost);
  expect(node.sync.figures().sockets).toBe(2);
});

test.each([
  ["few", 5, 1],
  ["many", 40, 0],
] as const)("updates whose beginnings do not come are held back, %s of them", async (_, count, left) => {
  const { page, address, cookie, node } = await twoOn({ limits: { heldBackUpdates: 20 } });
  const raw = await rawSocket(address, { cookie });
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let n = 0; n <= count; n++) doc.getText("text").insert(n, "x");
  for (const update of updates.slice(1)) raw.ws.send(updateFrame(update));
  if (left === 0) expect(await raw.closed).toBe(4529);
  else for (const update of updates.slice(0, 1)) raw.ws.send(updateFrame(update));
  await expect.poll(() => page.text.length).toBe(left === 0 ? 0 : count + 1);
  await expect.poll(() => node.sync.figures().sockets).toBe(1 + left);
});

test("an idle viewer hears from the server before y-websocket would give the line up", async () => {
  expect(usualPace.heartbeat + usualPace.follow).toBeLessThan(30_000);
  const { address, cookie } = await twoOn({ pace: { heartbeat: 100, follow: 20 } });
  const raw = await rawSocket(address, { cookie });
  await expect.poll(() => raw.frames.filter(({ type }) => type === "presence").length).toBeGreaterThan(2);
});

// y-websocket gives a line up that was silent for 30 seconds, and lets nobody set another time.
test.each(longRuns ? [{ timeout: 60_000 }] : [])(
  "an idle viewer stays for more than 35 seconds; without heartbeats they would not",
  async ({ timeout }) => {
    const those = boards();
    const { room, people } = await nodes.board(those);
    const cookie = people[0]?.cookie ?? "";
    const beating = await nodes.node({ boards: those });
    const silent = await nodes.node({ boards: those, pace: { heartbeat: 600_000 } });
    const cut: string[] = [];
    const viewers = Object.entries({ beating, silent }).map(([name, { url }]) => {
      const { provider } = visit({ url, room, cookie });
      // Nobody is shown, so that not even one's own presence comes back.
      provider.awareness.setLocalState(null);
      return { name, provider };
    });
    await expect.poll(() => viewers.every(({ provider }) => provider.synced)).toBe(true);
    for (const { name, provider } of viewers) provider.on("connection-close", () => cut.push(name));
    const since = performance.now();
    await expect.poll(() => performance.now() - since, { timeout, interval: 500 }).toBeGreaterThan(36_000);
    expect(cut).toEqual(["silent"]);
  },
  60_000,
);

test("a client that y-websocket's own server would have kept is served without ours beside it", async () => {
  const { page, node, room, cookie } = await twoOn();
  const stock = visit({ url: node.url, room, cookie });
  await expect.poll(() => stock.provider.synced).toBe(true);
  page.text.insert(0, "Both.");
  await expect.poll(() => stock.text.toString()).toBe("Both.");
});
