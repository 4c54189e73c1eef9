import { type Id, newId } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { openRoom } from "../kinds/open-room.ts";
import { postgresLog } from "../log/postgres-log.ts";
import { loadContent } from "../rooms/content.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { compactRoom, UnequalSnapshot } from "./compact-room.ts";
import { readChanges, rebuildRoom, seqAt } from "./read-history.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => nodes.forget());

/** A room in which so many changes were made by two people, and what it looked like after each. */
async function writtenRoom(changes: number) {
  const those = boards();
  const { hall, subjectId, people } = await nodes.board(those, 2);
  const room = await hall.inside((ctx) => openRoom(ctx, those.kind, subjectId));
  const log = postgresLog(db.database);
  const doc = new Y.Doc();
  const moments: string[] = [];
  const entries: { userId: Id<"user_account"> | null; connectionId: string; update: Uint8Array }[] = [];
  doc.on("update", (update: Uint8Array) => {
    const userId = people[entries.length % 2]?.userId ?? null;
    entries.push({ userId, connectionId: newId(), update });
    moments.push(doc.getText("text").toString());
  });
  const text = doc.getText("text");
  for (let n = 0; n < changes; n++)
    if (n % 5 === 4) text.delete(0, 2);
    else text.insert(text.length, `${n} `);
  for (let from = 0; from < entries.length; from += 100)
    await log.store([{ room, entries: entries.slice(from, from + 100) }]);
  return { hall, room, log, doc, moments, people };
}

test("a long log becomes a snapshot that equals it, and loads the same", async () => {
  const { room, log, doc } = await writtenRoom(620);
  expect((await db.owner.query("select from sync_room where compaction_due")).rowCount).toBe(1);
  expect(await compactRoom(room, { database: db.database })).toBe(true);
  const loaded = await log.load(room);
  expect(loaded).toMatchObject({ headSeq: 620, tail: [] });
  if (!loaded) throw new Error("The room is gone.");
  expect(loadContent(loaded, []).getText("text").toString()).toBe(doc.getText("text").toString());
  expect((await db.owner.query("select from sync_room where compaction_due")).rowCount).toBe(0);
});

test("history stays whole: every moment is rebuilt, from log, snapshot and archive, with who wrote it", async () => {
  const { hall, room, moments, people } = await writtenRoom(300);
  const compact = () => compactRoom(room, { database: db.database, archiveAfter: -1_000 });
  await compact();
  await compact();
  expect((await db.owner.query("select from sync_update")).rowCount).toBe(0);
  expect((await db.owner.query("select from sync_archive")).rowCount).toBe(1);
  await hall.inside(async (ctx) => {
    for (const seq of [1, 5, 123, 299, 300]) {
      const doc = await rebuildRoom(ctx, room.id, seq);
      expect(doc.getText("text").toString()).toBe(moments[seq - 1]);
    }
    const changes = await readChanges(ctx, room.id, { from: 1, to: 300 });
    expect(changes.map(({ seq }) => seq)).toEqual(moments.map((_, n) => n + 1));
    expect(changes.slice(0, 2).map(({ userId }) => userId)).toEqual(people.map(({ userId }) => userId));
    expect(await seqAt(ctx, room.id, new Date())).toBe(300);
    expect(await seqAt(ctx, room.id, new Date(0))).toBe(0);
  });
  await expect(
    nodes.board(boards()).then(({ hall: other }) => other.inside((ctx) => rebuildRoom(ctx, room.id, 5))),
  ).rejects.toThrow();
});

test("a snapshot that is not what the log says is refused, and nothing is written", async () => {
  const { room, log } = await writtenRoom(50);
  const wrong = new Y.Doc();
  wrong.getText("text").insert(0, "Something else.");
  const compact = compactRoom(room, { database: db.database, summarise: () => Y.encodeStateAsUpdate(wrong) });
  await expect(compact).rejects.toThrow(UnequalSnapshot);
  expect((await log.load(room))?.tail).toHaveLength(50);
});

test("two workers at once: one compacts, the other leaves it alone; who writes meanwhile loses nothing", async () => {
  const { room, log } = await writtenRoom(200);
  const doc = new Y.Doc();
  doc.getMap("late").set("yes", true);
  const late = { room, entries: [{ userId: null, connectionId: null, update: Y.encodeStateAsUpdate(doc) }] };
  const done = await Promise.all([
    compactRoom(room, { database: db.database }),
    compactRoom(room, { database: db.database }),
    log.store([late]),
  ]);
  expect(done.slice(0, 2)).toContain(true);
  const loaded = await log.load(room);
  if (!loaded) throw new Error("The room is gone.");
  expect(loadContent(loaded, []).getMap("late").get("yes")).toBe(true);
});
