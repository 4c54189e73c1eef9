import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, liveVisit } from "../test/live-visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  closeAllRooms();
  return nodes.forget();
});

async function one(options: Omit<Parameters<typeof nodes.node>[0], "boards"> = {}) {
  const those = boards();
  const { hall, room, people } = await nodes.board(those);
  const node = await nodes.node({ boards: those, ...options });
  const address = `${node.url.replace("ws:", "http:")}/${room}`;
  return { those, hall, node, room, address, cookie: people[0]?.cookie ?? "" };
}

test("where no WebSocket gets through, the same is written and read over HTTP", async () => {
  const { node, room, cookie } = await one();
  const blocked = liveVisit({ url: node.url, room, cookie, blocked: true });
  const free = liveVisit({ url: node.url, room, cookie });
  await expect.poll(() => free.state.is).toBe("saved");
  free.text.insert(0, "By socket. ");
  await expect.poll(() => blocked.text.toString(), { timeout: 4_500 }).toBe("By socket. ");
  blocked.text.insert(0, "By HTTP. ");
  await blocked.whenSaved();
  await expect.poll(() => free.text.toString()).toBe("By HTTP. By socket. ");
  expect(blocked.state.is).toBe("saved");
});

test("what is too large for a frame goes by HTTP, both ways, and is saved like the rest", async () => {
  const { node, room, cookie } = await one({ limits: { frame: 60_000, firstSync: 60_000 } });
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "written offline ".repeat(10_000));
  const writer = liveVisit({ url: node.url, room, cookie, doc, largest: 50_000 });
  await expect.poll(() => writer.state.is, { timeout: 4_000 }).toBe("saved");
  writer.text.insert(0, "pasted ".repeat(20_000));
  writer.text.insert(0, "typed ");
  await writer.whenSaved();
  expect(await nodes.logText()).toBe(writer.text.toString());
  const reader = liveVisit({ url: node.url, room, cookie });
  await expect.poll(() => reader.state.is).toBe("saved");
  expect(reader.text.length).toBe(writer.text.length);
  expect(writer.shown).not.toContain("offline");
});

test("over HTTP the same people may do the same things", async () => {
  const { those, hall, address, cookie } = await one();
  const viewer = await nodes.person(hall);
  those.access.set(viewer.personId, "view");
  const ask = async (headers: Record<string, string>, init: RequestInit = {}, more = "") =>
    (await fetch(address + more, { ...init, headers })).status;
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "x");
  const update = Uint8Array.from(Y.encodeStateAsUpdate(doc));
  expect(await ask({})).toBe(401);
  expect(await ask({ cookie })).toBe(200);
  expect(await ask({ cookie }, {}, "?generation=9")).toBe(409);
  expect(await ask({ cookie: viewer.cookie }, { method: "PUT", body: update })).toBe(403);
  expect(await ask({ cookie }, { method: "PUT", body: Uint8Array.from([9, 9]) })).toBe(400);
  expect(await ask({ cookie }, { method: "POST", body: Uint8Array.from([9, 9]) })).toBe(400);
  expect(await ask({ cookie }, { method: "PUT", body: update })).toBe(200);
  expect(await nodes.logText()).toBe("x");
});

test.each([
  ["less than is taken", 200_000, 200],
  ["more than is taken", 60_000, 413],
])("a change over HTTP of %s", async (_, merge, status) => {
  const { node, address, cookie } = await one({ limits: { merge } });
  const doc = new Y.Doc();
  doc.getText("text").insert(0, "x".repeat(100_000));
  const put = () =>
    fetch(address, { method: "PUT", body: Uint8Array.from(Y.encodeStateAsUpdate(doc)), headers: { cookie } });
  expect((await put()).status).toBe(status);
  expect((await nodes.logText()).length).toBe(status === 200 ? 100_000 : 0);
  await node.sync.close();
  expect((await put()).status).toBe(503);
});

test.each([
  ["as many as are taken", 3, [200, 200, 200]],
  ["more than are taken", 2, [200, 200, 429]],
] as const)("one person's changes over HTTP at once: %s", async (_, requests, statuses) => {
  const held = Promise.withResolvers<void>();
  const { node, address, cookie } = await one({
    limits: { requests },
    log: (real) => ({ ...real, store: (batches) => held.promise.then(() => real.store(batches)) }),
  });
  const answers = Array.from({ length: 3 }, (_, n) => {
    const doc = new Y.Doc();
    doc.getText("text").insert(0, `${n}`);
    return fetch(address, { method: "PUT", body: Uint8Array.from(Y.encodeStateAsUpdate(doc)), headers: { cookie } });
  });
  const answered = Promise.all(answers.map(async (answer) => (await answer).status));
  await expect.poll(() => node.sync.figures().unstored).toBe(requests);
  if (requests < 3) expect((await Promise.race(answers)).status).toBe(429);
  held.resolve();
  expect((await answered).toSorted()).toEqual(statuses);
  expect((await nodes.logText()).length).toBe(requests);
});
