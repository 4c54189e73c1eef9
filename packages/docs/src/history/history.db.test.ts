import { rejects } from "node:assert/strict";
import { type Id, newId, visitor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { editRoom, findRoom, openRoomKinds, readRoom, settleRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { docsTrace } from "../docs-trace.ts";
import { documentField } from "../editor/document-node.ts";
import { documentText } from "../editor/document-text.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { grantAccess, openLink } from "../sharing/grant-access.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { compareMoments, readHistory, showMoment } from "./history.queries.ts";
import type { MarkedNode } from "./marked-node.ts";
import { nameVersion, removeVersion, renameVersion } from "./name-version.ts";
import { oweHistory } from "./open-history.ts";
import { restoreMoment } from "./restore-moment.ts";

const db = useDatabase();
const kinds = openRoomKinds([documentRoom]);
const page = { size: 50, cursor: null };

async function hallWithHistory() {
  const given = await hallWithDocuments(db);
  const { as, hall, lin, document } = given;
  const documentId = await document("Launch");
  const room = await hall.inside(async (ctx) => {
    const found = await findRoom(ctx, documentKind, documentId);
    if (!found) throw new Error("There is no room.");
    return found;
  });
  const edit = (who: Somebody, change: (root: Y.XmlFragment) => void) =>
    as(who, (ctx) => editRoom(ctx, documentKind, documentId, (doc) => change(doc.getXmlFragment(documentField))));
  const settle = async () => {
    await hall.inside((ctx) => oweHistory(ctx, documentId));
    await settleRoom(db.database, kinds, room);
  };
  return {
    ...given,
    documentId,
    room,
    edit,
    settle,
    /** Adds a line at the end. */
    write: (who: Somebody, words: string) =>
      edit(who, (root) => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText(words)]);
        root.push([paragraph]);
      }),
    history: async (who: Somebody = lin) => {
      await settle();
      return as(who, (ctx) => readHistory(ctx, { documentId, page }));
    },
    says: () => hall.inside(async (ctx) => documentText((await readRoom(ctx, room.id)).doc).body),
    /** What somebody's own page sends, as the sync server stores it. */
    store: (who: Somebody | null, update: Uint8Array) => storeUpdate(given.hall.tenant.id, room.id, who, update),
    let: (who: Somebody, role: string) =>
      as(lin, (ctx) =>
        grantAccess(ctx, { on: { documentId }, grantee: { kind: "person", personId: who.personId }, role }),
      ),
  };
}

async function storeUpdate(tenantId: string, roomId: string, who: Somebody | null, update: Uint8Array) {
  const userId = who?.actor.kind === "person" ? who.actor.userId : null;
  await db.owner.query(
    `select * from store_sync_updates(array[$1::uuid], array[$2::uuid], array[1], array[1], array[$3::uuid],
       array[$4::uuid], array[$5::bytea], $6)`,
    [tenantId, roomId, userId, newId(), Buffer.from(update), new Date("2026-03-02T10:00:00Z")],
  );
}

const marks = (node: MarkedNode): [string | undefined, number | null | undefined, string | undefined][] => [
  ...(node.text === undefined ? [] : [[node.change?.is, node.change?.by ?? node.by, node.text] as never]),
  ...(node.content ?? []).flatMap(marks),
];

test("who wrote when is told by sessions: a pause begins another, and so does somebody else", async () => {
  const { write, history, lin, chen, pass, documentId } = await hallWithHistory();
  await write(lin, "Tents");
  pass(4);
  await write(lin, "Tea");
  await write(chen, "Fire");
  pass(30);
  await write(lin, "Water");
  const { lines, writers } = await history();
  const named = (nth: number | null) => writers.find((each) => each.nth === nth)?.name ?? null;
  expect(lines.rows.map(({ writer, since, seq, lettersAdded }) => [named(writer), since, seq, lettersAdded])).toEqual([
    ["林乔", 4, 5, 5],
    ["陈雨泽", 3, 4, 4],
    ["林乔", 0, 3, 14],
  ]);
  expect(writers.map(({ kind }) => kind)).toEqual(["person", "person"]);
  expect((await db.owner.query("select from document_session where document_id = $1", [documentId])).rowCount).toBe(3);
});

test("the history of thousands of changes comes by pages, of one writer alone where that is asked, and is written once", async () => {
  const { as, write, lin, chen, pass, settle, documentId } = await hallWithHistory();
  for (let n = 0; n < 12; n++) {
    await write(n % 2 ? lin : chen, `line ${n}`);
    pass(20);
    if (n % 5 === 0) await settle();
  }
  await Promise.all([settle(), settle()]);
  const first = await as(lin, (ctx) => readHistory(ctx, { documentId, page: { size: 5, cursor: null } }));
  const second = await as(lin, (ctx) => readHistory(ctx, { documentId, page: { size: 5, cursor: first.lines.next } }));
  expect([...first.lines.rows, ...second.lines.rows].map(({ seq }) => seq)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  const mine = first.writers.find(({ name }) => name === "林乔")?.nth ?? null;
  const own = await as(lin, (ctx) => readHistory(ctx, { documentId, page, writer: mine }));
  expect(own.lines.rows.map(({ seq }) => seq)).toEqual([13, 11, 9, 7, 5, 3, 1]);
});

test("who wrote and who took away is what the log says, whatever number a page gives itself", async () => {
  const { as, hall, room, store, history, lin, chen, documentId } = await hallWithHistory();
  const page = async () => hall.inside(async (ctx) => (await readRoom(ctx, room.id)).doc);
  const theirs = await page();
  theirs.clientID = 77;
  const typed = (doc: Y.Doc, work: (root: Y.XmlFragment) => void) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => work(doc.getXmlFragment(documentField)));
    return Y.encodeStateAsUpdate(doc, before);
  };
  await store(
    lin,
    typed(theirs, (root) => root.push([new Y.XmlElement("paragraph")])),
  );
  const line = (root: Y.XmlFragment) => root.get(root.length - 1);
  await store(
    lin,
    typed(theirs, (root) => (line(root) as Y.XmlElement).insert(0, [new Y.XmlText("Lin's words")])),
  );
  // Chen's page says that it is Lin's, and sends hers again with words of its own.
  const forged = await page();
  forged.clientID = 77;
  const words = (root: Y.XmlFragment) => (line(root) as Y.XmlElement).get(0) as Y.XmlText;
  const forgery = typed(forged, (root) => words(root).insert(11, " and Chen's"));
  await store(chen, Y.mergeUpdates([Y.encodeStateAsUpdate(theirs), forgery]));
  const after = await page();
  await store(
    chen,
    typed(after, (root) => words(root).delete(0, 4)),
  );
  const { writers } = await history();
  const who = (nth: number | null | undefined) => writers.find((each) => each.nth === nth)?.name;
  const { node } = await as(lin, (ctx) => showMoment(ctx, { documentId, seq: 5 }));
  expect(
    marks(node)
      .map(([, by, text]) => [who(by), text])
      .slice(1),
  ).toEqual([
    ["林乔", "s words"],
    ["陈雨泽", " and Chen's"],
  ]);
  const difference = await as(lin, (ctx) => compareMoments(ctx, { documentId, since: 3, seq: 5 }));
  expect(
    marks(difference.node)
      .filter(([is]) => is)
      .map(([is, by]) => [is, who(by)]),
  ).toEqual(expect.arrayContaining([["removed", "陈雨泽"]]));
});

test("whoever moves words has not written them", async () => {
  const { as, edit, write, history, lin, chen, documentId } = await hallWithHistory();
  await write(lin, "The kettle hangs by the door");
  await edit(chen, (root) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("The kettle hangs by the door")]);
    root.delete(root.length - 1, 1);
    root.insert(1, [paragraph]);
  });
  const { writers, lines } = await history();
  const { node } = await as(lin, (ctx) => showMoment(ctx, { documentId, seq: 3 }));
  const line = marks(node).find(([, , text]) => text?.startsWith("The kettle"));
  expect(writers.find(({ nth }) => nth === line?.[1])?.name).toBe("林乔");
  expect(lines.rows[0]).toMatchObject({ lettersAdded: 0, lettersRemoved: 0 });
});

test("a moment gets a name, another one, and loses it; a moment has one name, and somebody else's is not for everybody to take", async () => {
  const { as, write, history, lin, chen, somebody, let: grant, documentId } = await hallWithHistory();
  await write(lin, "Tents");
  await grant(chen, "edit");
  const versionId = await as(chen, (ctx) => nameVersion(ctx, { documentId, seq: 2, name: "For the committee" }));
  await rejects(
    as(lin, (ctx) => nameVersion(ctx, { documentId, seq: 2, name: "Again" })),
    { code: "docs.moment-named" },
  );
  await rejects(
    as(lin, (ctx) => nameVersion(ctx, { documentId, seq: 9, name: "Of tomorrow" })),
    { code: "core.not-found" },
  );
  await write(lin, "Tea");
  await as(lin, (ctx) => renameVersion(ctx, { documentId, versionId, name: "As agreed" }));
  const { lines, versions } = await history();
  expect(versions).toMatchObject([{ name: "As agreed", seq: 2, namedBy: chen.personId }]);
  expect(lines.rows.map(({ is, seq }) => [is, seq])).toEqual([
    ["session", 3],
    ["version", 2],
  ]);
  const other = await somebody("Other", "staff");
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { documentId }, grantee: { kind: "person", personId: other.personId }, role: "edit" }),
  );
  const { node } = await as(lin, (ctx) => showMoment(ctx, { documentId, seq: 2 }));
  expect(JSON.stringify(node)).not.toContain("Tea");
  await as(chen, (ctx) => removeVersion(ctx, { documentId, versionId }));
  expect((await history()).versions).toEqual([]);
});

test("a document is made into what it was, as one more change; the moment before is there to come back to", async () => {
  const { as, write, edit, says, history, lin, chen, let: grant, documentId } = await hallWithHistory();
  await write(lin, "Tents");
  await write(lin, "Tea");
  await edit(lin, (root) => root.delete(3, 1));
  await write(chen, "Fire");
  await grant(chen, "edit");
  const seq = await as(chen, (ctx) => restoreMoment(ctx, { documentId, seq: 3 }));
  expect(seq).toBe(6);
  expect(await says()).toBe("Tents\nTea");
  expect(await as(chen, (ctx) => restoreMoment(ctx, { documentId, seq: 3 }))).toBeNull();
  const { lines, writers } = await history();
  expect(lines.rows[0]).toMatchObject({ seq: 6, since: 5, restoredSeq: 3 });
  expect(writers.find(({ nth }) => nth === lines.rows[0]?.writer)?.name).toBe("陈雨泽");
  await as(lin, (ctx) => restoreMoment(ctx, { documentId, seq: 5 }));
  expect(await says()).toBe("Tents\nFire");
});

test("whoever writes while a moment is restored finds their words again, where they were or in a line of their own", async () => {
  const { as, hall, room, write, store, says, settle, history, lin, chen, documentId } = await hallWithHistory();
  await write(lin, "Tents stay.");
  await write(lin, "This line goes.");
  const open = await Promise.all([chen, lin].map(() => hall.inside(async (ctx) => (await readRoom(ctx, room.id)).doc)));
  const typed = open.map((doc, nth) => {
    const before = Y.encodeStateVector(doc);
    const line = doc.getXmlFragment(documentField).get(nth === 0 ? 2 : 3);
    if (!(line instanceof Y.XmlElement)) throw new TypeError("There is no such line.");
    (line.get(0) as Y.XmlText).insert(4, nth === 0 ? " CHEN" : " LIN");
    return Y.encodeStateAsUpdate(doc, before);
  });
  const [theirs, mine] = typed;
  if (!theirs || !mine) throw new Error("Nobody wrote.");
  await Promise.all([
    as(lin, (ctx) => restoreMoment(ctx, { documentId, seq: 2, base: 3 })),
    store(chen, theirs),
    store(lin, mine),
  ]);
  await settle();
  await settle();
  const text = await says();
  expect(text).toContain("CHEN");
  expect(text).toContain("LIN");
  const { lines } = await history();
  expect(lines.rows.length).toBeGreaterThan(2);
});

test("words written offline into what was restored away meanwhile come back as a line of their writer's", async () => {
  const { as, hall, room, write, store, says, settle, history, lin, chen, documentId } = await hallWithHistory();
  await write(lin, "Stays.");
  await write(lin, "Goes.");
  const offline = await hall.inside(async (ctx) => (await readRoom(ctx, room.id)).doc);
  await as(lin, (ctx) => restoreMoment(ctx, { documentId, seq: 2 }));
  await settle();
  const before = Y.encodeStateVector(offline);
  const line = offline.getXmlFragment(documentField).get(3);
  if (!(line instanceof Y.XmlElement)) throw new TypeError("There is no such line.");
  (line.get(0) as Y.XmlText).insert(5, " Written in a tunnel.");
  await store(chen, Y.encodeStateAsUpdate(offline, before));
  expect(await says()).not.toContain("tunnel");
  await settle();
  expect((await says()).split("\n")).toEqual(["Stays.", " Written in a tunnel."]);
  const { writers, lines } = await history();
  expect(writers.find(({ nth }) => nth === lines.rows[0]?.writer)?.name).toBe("陈雨泽");
  await settle();
  expect((await says()).match(/tunnel/g)).toHaveLength(1);
});

test("the history is for whoever may write: nobody else, not by a link alone, and not from the next hall", async () => {
  const { as, hall, write, lin, chen, let: grant, documentId } = await hallWithHistory();
  await write(lin, "Tents");
  const { lin: stranger, as: elsewhere } = await hallWithDocuments(db);
  const all: ((ctx: Ctx) => Promise<unknown>)[] = [
    (ctx) => readHistory(ctx, { documentId, page }),
    (ctx) => showMoment(ctx, { documentId, seq: 1 }),
    (ctx) => compareMoments(ctx, { documentId, since: 0, seq: 1 }),
    (ctx) => nameVersion(ctx, { documentId, seq: 1, name: "Mine" }),
    (ctx) => restoreMoment(ctx, { documentId, seq: 1 }),
  ];
  for (const each of all) {
    await rejects(as(chen, each), { code: "core.not-found" });
    await rejects(elsewhere(stranger, each), { code: "core.not-found" });
  }
  await grant(chen, "comment");
  for (const each of all) await rejects(as(chen, each), { code: "core.forbidden" });
  const grantId = await as(lin, (ctx) => openLink(ctx, { on: { documentId }, role: "edit" }));
  const link = await db.owner.query<{ key: string }>("select link_key as key from document_grant where id = $1", [
    grantId,
  ]);
  const key = link.rows[0]?.key ?? null;
  await rejects(
    hall.inside((ctx) => readHistory(ctx, { documentId, page, key }), visitor),
    { code: "core.not-found" },
  );
  expect((await as(chen, (ctx) => readHistory(ctx, { documentId, page, key }))).head).toBe(2);
});

test("what somebody wrote stays when they are forgotten, and is nobody's", async () => {
  const { as, hall, write, history, lin, chen, let: grant, documentId } = await hallWithHistory();
  await write(chen, "Fire");
  await grant(chen, "edit");
  await as(chen, (ctx) => nameVersion(ctx, { documentId, seq: 2, name: "Mine" }));
  await history();
  await hall.inside((ctx) => docsTrace.erase(ctx, { id: chen.personId, ids: [chen.personId], emails: [], phones: [] }));
  const { writers, versions } = await history();
  expect(writers).toContainEqual({ nth: expect.any(Number), kind: "person", personId: null, name: null });
  expect(versions).toMatchObject([{ name: "Mine", namedBy: null }]);
  await write(lin, "Water");
  expect((await history()).writers.filter(({ kind }) => kind === "person")).toHaveLength(2);
});

test("a document purged with its hall's rows takes its history along", async () => {
  const { write, history, lin, documentId } = await hallWithHistory();
  await write(lin, "Tents");
  await history();
  await db.owner.query("delete from document where id = $1", [documentId]);
  const left = (id: Id<"document">) =>
    db.owner.query(
      "select from document_session where document_id = $1 union all select from document_hand where document_id = $1",
      [id],
    );
  expect((await left(documentId)).rowCount).toBe(0);
});
