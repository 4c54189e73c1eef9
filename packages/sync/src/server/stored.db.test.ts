import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import type { RoomLog } from "../log/room-log.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, liveVisit } from "../test/live-visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  closeAllRooms();
  return nodes.forget();
});

async function someoneOn(log: (log: RoomLog) => RoomLog = (real) => real) {
  const those = boards();
  const { room, people } = await nodes.board(those);
  const node = await nodes.node({ boards: those, log });
  const cookie = people[0]?.cookie ?? "";
  const page = liveVisit({ url: node.url, room, cookie });
  await expect.poll(() => page.state.is).toBe("saved");
  return { page, node, room, cookie };
}

test("saved is shown once it is in the log, and not before; taking something out is a change like any other", async () => {
  const { page } = await someoneOn();
  for (const change of [() => page.text.insert(0, "Tea"), () => page.text.delete(0, 1)]) {
    change();
    expect(page.state.is).toBe("saving");
    await page.whenSaved();
    expect(await nodes.logText()).toBe(page.text.toString());
  }
});

test("a log that says stored before it has stored shows here as a loss", async () => {
  const { page } = await someoneOn((real) => ({ ...real, store: async (batches) => batches.map(() => 0) }));
  page.text.insert(0, "Tea");
  await page.whenSaved();
  expect(await nodes.logText()).not.toBe("Tea");
});

test("the database is away: the page says so, goes on, and nothing is lost when it is back", async () => {
  let away = false;
  const { page, node } = await someoneOn((real) => ({
    ...real,
    store: (batches) => (away ? Promise.reject(new Error("away")) : real.store(batches)),
  }));
  away = true;
  page.text.insert(0, "Written while it was away. ");
  await expect.poll(() => page.shown).toContain("delayed");
  page.text.insert(page.text.length, "And then more.");
  away = false;
  await page.whenSaved();
  expect(await nodes.logText()).toBe("Written while it was away. And then more.");
  expect(node.sync.figures().storing).toBe(true);
});

test("the commit's answer is lost: it is stored again, and the document is the same", async () => {
  let cut = true;
  const { page } = await someoneOn((real) => ({
    ...real,
    store: async (batches) => {
      const stored = await real.store(batches);
      if (!cut) return stored;
      cut = false;
      throw new Error("cut after the commit");
    },
  }));
  page.text.insert(0, "Once.");
  await page.whenSaved();
  expect(await nodes.logText()).toBe("Once.");
});

test("a room that somebody else holds waits, and the rooms beside it do not", async () => {
  const those = boards();
  const [held, free] = [await nodes.board(those), await nodes.board(those)];
  const node = await nodes.node({ boards: those });
  const [slow, quick] = [held, free].map(({ room, people }) =>
    liveVisit({ url: node.url, room, cookie: people[0]?.cookie ?? "" }),
  );
  if (!slow || !quick) throw new Error("Two pages.");
  await expect.poll(() => [slow.state.is, quick.state.is]).toEqual(["saved", "saved"]);
  const holder = await db.owner.connect();
  await holder.query("begin");
  await holder.query("select from sync_room where subject_id = $1 for update", [held.subjectId]);
  slow.text.insert(0, "Held.");
  quick.text.insert(0, "Free.");
  await quick.whenSaved();
  quick.text.insert(0, "Still ");
  await quick.whenSaved();
  expect(slow.state.is).toBe("saving");
  await holder.query("commit");
  holder.release();
  await slow.whenSaved();
  const { rows } = await db.owner.query(
    "select from sync_update u join sync_room r on r.id = u.room_id where r.subject_id = $1",
    [held.subjectId],
  );
  expect(rows).toHaveLength(1);
});

test("a log with a hole in it is no room: nobody is shown what is left of it", async () => {
  const { page, node, room, cookie } = await someoneOn();
  for (const word of ["One. ", "Two. ", "Three."]) {
    page.text.insert(page.text.length, word);
    await page.whenSaved();
  }
  page.close();
  await node.close();
  await db.owner.query("delete from sync_update where seq = 2");
  const those = boards();
  const { rows } = await db.owner.query("select person_id from login");
  for (const { person_id } of rows) those.access.set(person_id, "edit");
  const later = await nodes.node({ boards: those });
  const reader = liveVisit({ url: later.url, room, cookie });
  await expect.poll(() => later.errors.length).toBeGreaterThan(1);
  expect(reader.state.is).toBe("connecting");
  expect(reader.text.toString()).toBe("");
});

test("a load that fails shows nothing until it succeeds; one that passed an empty room off as whole would be seen", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those);
  const cookie = people[0]?.cookie ?? "";
  const first = await nodes.node({ boards: those });
  const writer = liveVisit({ url: first.url, room, cookie });
  await expect.poll(() => writer.state.is).toBe("saved");
  writer.text.insert(0, "All of it.");
  await writer.whenSaved();
  let failures = 3;
  const failing = await nodes.node({
    boards: those,
    log: (real) => ({ ...real, load: (key) => (failures-- > 0 ? Promise.reject(new Error("away")) : real.load(key)) }),
  });
  const patient = liveVisit({ url: failing.url, room, cookie });
  const seen: string[] = [];
  patient.provider.on("sync", () => seen.push(patient.text.toString()));
  await expect.poll(() => patient.state.is).toBe("saved");
  expect(seen.filter((text) => text !== "All of it.")).toEqual([]);

  const lying = await nodes.node({
    boards: those,
    log: (real) => ({ ...real, load: async () => ({ headSeq: 0, snapshot: null, tail: [] }) }),
    pace: { follow: 60_000 },
  });
  const misled = liveVisit({ url: lying.url, room, cookie, doc: new Y.Doc() });
  await expect.poll(() => misled.state.is).toBe("saved");
  expect(misled.text.toString()).toBe("");
});
