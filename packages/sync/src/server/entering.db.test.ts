import { newId } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom, replaceRoom } from "../kinds/open-room.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, liveVisit } from "../test/live-visit.ts";
import { statusOf } from "../test/raw-socket.ts";
import { leaveAll, visit } from "../test/visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  leaveAll();
  closeAllRooms();
  return nodes.forget();
});

const ours = "http://hall.example";

test("everything is asked before there is a line: whose page, who, what they may, of which generation", async () => {
  const those = boards();
  const { hall, room, people } = await nodes.board(those);
  const [lin] = people;
  const stranger = await nodes.person(hall);
  const node = await nodes.node({ boards: those });
  const knock = (address: string, headers: Record<string, string>) => statusOf(`${node.url}/${address}`, headers);
  const cookie = lin?.cookie ?? "";
  expect(await knock(room, { cookie, origin: ours })).toBe(101);
  expect(await knock(room, { cookie, origin: "https://evil.example" })).toBe(403);
  expect(await knock(room, {})).toBe(401);
  expect(await knock(room, { cookie: "guildhall=made-up" })).toBe(401);
  expect(await knock(room, { cookie: stranger.cookie })).toBe(404);
  expect(await knock(`${hall.tenant.slug}.board.nonsense`, { cookie })).toBe(404);
  expect(await knock(`${hall.tenant.slug}.ledger.${newId()}`, { cookie })).toBe(404);
  expect(await knock(`elsewhere.board.${newId()}`, { cookie })).toBe(404);
  expect(await knock(`${room}?generation=2`, { cookie })).toBe(409);
  expect(await knock(`${room}?schema=7`, { cookie })).toBe(409);
  expect(await knock(`${room}?generation=one`, { cookie })).toBe(409);
  await db.owner.query("update tenant set status = 'suspended' where id = $1", [hall.tenant.id]);
  expect(await knock(room, { cookie })).toBe(404);
});

test("nobody makes a room by knocking where they may not enter", async () => {
  const those = boards();
  const { hall, room } = await nodes.board(those);
  const stranger = await nodes.person(hall);
  const node = await nodes.node({ boards: those });
  await statusOf(`${node.url}/${room}`, { cookie: stranger.cookie });
  expect((await db.owner.query("select from sync_room")).rowCount).toBe(0);
});

test("only the server seeds: two who come first at once find it once", async () => {
  const seed = new Y.Doc();
  seed.getText("text").insert(0, "Agenda");
  const those = boards({ seed: async () => Y.encodeStateAsUpdate(seed) });
  const { room, people } = await nodes.board(those, 2);
  const node = await nodes.node({ boards: those });
  const visits = people.map(({ cookie }) => visit({ url: node.url, room, cookie }));
  await expect.poll(() => visits.map(({ text }) => text.toString())).toEqual(["Agenda", "Agenda"]);
  expect(await nodes.logLength()).toBe(1);
});

test("a page of an older generation is told to load anew, and what it changed never gets into the new one", async () => {
  const those = boards();
  const { hall, room, subjectId, people } = await nodes.board(those, 1);
  const [lin] = people;
  const node = await nodes.node({ boards: those, pace: { follow: 100 } });
  const page = liveVisit({ url: node.url, room, cookie: lin?.cookie ?? "" });
  const stock = visit({ url: node.url, room, cookie: lin?.cookie ?? "" });
  await expect.poll(() => [page.state.is, stock.provider.synced]).toEqual(["saved", true]);
  page.text.insert(0, "Old.");
  await expect.poll(() => page.state.is).toBe("saved");
  const fresh = new Y.Doc();
  fresh.getText("text").insert(0, "New.");
  await hall.inside(async (ctx) => {
    const key = await openRoom(ctx, those.kind, subjectId);
    return replaceRoom(ctx, key, Y.encodeStateAsUpdate(fresh));
  });
  page.text.insert(0, "Too late. ");
  await expect.poll(() => page.state).toMatchObject({ is: "ended", why: "outdated", unsaved: true });
  expect(stock.closed.at(-1)?.code).toBe(4409);
  const again = liveVisit({ url: node.url, room, cookie: lin?.cookie ?? "", doc: page.doc });
  await expect.poll(() => again.state.is).toBe("ended");
  const anew = liveVisit({ url: node.url, room, cookie: lin?.cookie ?? "", generation: 2 });
  await expect.poll(() => anew.text.toString()).toBe("New.");
});

test("a page that could still merge into a new generation would be seen here", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those, 1);
  const node = await nodes.node({ boards: those });
  const old = new Y.Doc();
  old.getText("text").insert(0, "Too late.");
  visit({ url: node.url, room, cookie: people[0]?.cookie ?? "", doc: old });
  await expect.poll(() => nodes.logText()).toBe("Too late.");
});
