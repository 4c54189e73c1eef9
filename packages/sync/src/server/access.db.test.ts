import { newId } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { recheckRoom } from "../kinds/open-room.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, liveVisit } from "../test/live-visit.ts";
import { rawSocket } from "../test/raw-socket.ts";
import { leaveAll, visit } from "../test/visit.ts";
import { answerFrame, presenceFrame, storedFrame, updateFrame } from "../wire/frames.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  leaveAll();
  closeAllRooms();
  return nodes.forget();
});

const two = { timeout: 2_000 };

function change(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("text").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

test.each(["view", "edit"] as const)(
  "whoever may %s: their bytes reach the log only where they may edit",
  async (access) => {
    const those = boards();
    const { hall, room, people } = await nodes.board(those);
    const guest = await nodes.person(hall);
    those.access.set(guest.personId, access);
    const node = await nodes.node({ boards: those });
    const raw = await rawSocket(`${node.url}/${room}`, { cookie: guest.cookie });
    raw.ws.send(updateFrame(change("one")));
    raw.ws.send(answerFrame(change("two")));
    raw.ws.send(storedFrame(9));
    await expect.poll(() => raw.frames.some(({ type }) => type === "standing")).toBe(true);
    const editor = liveVisit({ url: node.url, room, cookie: people[0]?.cookie ?? "" });
    await expect.poll(() => editor.state.is).toBe("saved");
    editor.text.insert(editor.text.length, "!");
    await editor.whenSaved();
    const may = access === "edit";
    expect((await nodes.logText()).length).toBe(may ? 7 : 1);
    expect(raw.frames.some(({ type }) => type === "stored")).toBe(may);
  },
);

test("who may only look is shown that; who is let edit gives what they have", async () => {
  const those = boards();
  const { hall, room, subjectId } = await nodes.board(those);
  const guest = await nodes.person(hall);
  those.access.set(guest.personId, "view");
  const node = await nodes.node({ boards: those });
  const page = liveVisit({ url: node.url, room, cookie: guest.cookie });
  await expect.poll(() => page.state.is).toBe("read-only");
  page.text.insert(0, "Kept here.");
  expect(await nodes.logLength()).toBe(0);
  those.access.set(guest.personId, "edit");
  await hall.inside((ctx) => recheckRoom(ctx, "board", subjectId));
  await expect.poll(() => page.state.is, two).toBe("saved");
  expect(await nodes.logText()).toBe("Kept here.");
});

test("access that is taken away is gone within two seconds, on sockets that are open too", async () => {
  const those = boards();
  const { hall, room, subjectId, people } = await nodes.board(those, 3);
  const [down, out, left] = people;
  if (!down || !out || !left) throw new Error("Three people.");
  const node = await nodes.node({ boards: those, watchEvery: 1_000 });
  const pages = people.map(({ cookie }) => liveVisit({ url: node.url, room, cookie }));
  await expect.poll(() => pages.map(({ state }) => state.is)).toEqual(["saved", "saved", "saved"]);
  those.access.set(down.personId, "view");
  those.access.delete(out.personId);
  await hall.inside((ctx) => recheckRoom(ctx, "board", subjectId));
  await db.owner.query("delete from session where user_id = $1", [left.userId]);
  await expect
    .poll(() => pages.map(({ state }) => ("why" in state ? state.why : state.is)), two)
    .toEqual(["read-only", "forbidden", "signedOut"]);
});

test("where nobody says that access has changed, it is found by looking", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those);
  const [lin] = people;
  const node = await nodes.node({ boards: those, pace: { recheck: 200 } });
  const page = liveVisit({ url: node.url, room, cookie: lin?.cookie ?? "" });
  await expect.poll(() => page.state.is).toBe("saved");
  those.access.clear();
  await expect.poll(() => page.state.is, two).toBe("ended");
});

test("a name in a room is the session's; a client speaks for itself alone, and not at length", async () => {
  const those = boards();
  const { hall, room, people } = await nodes.board(those);
  const thief = await nodes.person(hall, "Thief");
  those.access.set(thief.personId, "view");
  const node = await nodes.node({ boards: those });
  const lin = visit({ url: node.url, room, cookie: people[0]?.cookie ?? "" });
  lin.provider.awareness.setLocalStateField("cursor", 3);
  lin.provider.awareness.setLocalStateField("user", { name: "The director" });
  await expect.poll(() => lin.provider.synced).toBe(true);
  const raw = await rawSocket(`${node.url}/${room}`, { cookie: thief.cookie });
  const stateOf = (client: number) =>
    raw.frames
      .flatMap((frame) => (frame.type === "presence" ? frame.states : []))
      .findLast((state) => state.client === client)?.state;
  await expect.poll(() => stateOf(lin.doc.clientID)).toMatchObject({ cursor: 3, user: { name: "林晓" } });
  const say = (client: number, clock: number, state: unknown) =>
    raw.ws.send(presenceFrame([{ client, clock, state: JSON.stringify(state) }]));
  say(lin.doc.clientID, 99, null);
  say(lin.doc.clientID, 99, { cursor: 66 });
  say(7, 1, { padding: "x".repeat(2_000) });
  say(8, 1, { user: { name: "林晓" }, cursor: 1 });
  say(9, 1, { cursor: 2 });
  await expect.poll(() => stateOf(8)).toMatchObject({ cursor: 1, user: { name: "Thief" } });
  expect(stateOf(7)).toBeUndefined();
  expect(stateOf(9)).toBeUndefined();
  expect(stateOf(lin.doc.clientID)).toMatchObject({ cursor: 3 });
  expect(lin.provider.awareness.getLocalState()).toMatchObject({ cursor: 3 });
  raw.ws.close();
  await expect.poll(() => lin.provider.awareness.getStates().has(8)).toBe(false);
});

test("a room of another hall is nothing that there is", async () => {
  const those = boards();
  const [ours, theirs] = [await nodes.board(those), await nodes.board(those)];
  const node = await nodes.node({ boards: those });
  const page = liveVisit({ url: node.url, room: theirs.room, cookie: ours.people[0]?.cookie ?? "" });
  await expect.poll(() => page.state).toMatchObject({ is: "ended", why: "gone" });
  const nowhere = liveVisit({ url: node.url, room: `x.board.${newId()}`, cookie: ours.people[0]?.cookie ?? "" });
  await expect.poll(() => nowhere.state.is).toBe("ended");
});
