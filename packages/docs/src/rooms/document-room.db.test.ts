import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { editRoom, findRoom, openRoomKinds, readRoom, settleRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../documents/create-document.ts";
import { getDocument } from "../documents/document.queries.ts";
import { documentJson } from "../editor/document-json.ts";
import { documentField } from "../editor/document-node.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { documentKind } from "./document-kind.ts";
import { documentRoom } from "./document-room.ts";

const db = useDatabase();
const kinds = openRoomKinds([documentRoom]);

async function writtenHall() {
  const given = await hallWithDocuments(db);
  const { as, hall } = given;
  const roomOf = (documentId: Id<"document">) =>
    hall.inside(async (ctx) => {
      const room = await findRoom(ctx, documentKind, documentId);
      if (!room) throw new Error("There is no room.");
      return room;
    });
  return {
    ...given,
    roomOf,
    /** Adds a paragraph at the end. */
    write: (who: Somebody, documentId: Id<"document">, words: string, more: Record<string, string> = {}) =>
      as(who, (ctx) =>
        editRoom(ctx, documentKind, documentId, (doc) => {
          const paragraph = new Y.XmlElement("paragraph");
          const text = new Y.XmlText(words);
          const mention = Object.keys(more).length > 0 ? new Y.XmlElement("mention") : null;
          for (const [name, value] of Object.entries(more)) mention?.setAttribute(name, value);
          paragraph.insert(0, mention ? [text, mention] : [text]);
          doc.getXmlFragment(documentField).push([paragraph]);
        }),
      ),
    settle: async (documentId: Id<"document">) => settleRoom(db.database, kinds, await roomOf(documentId)),
    facts: async (name: string) =>
      (
        await db.owner.query<{ payload: object }>(
          "select payload from fact where tenant_id = $1 and name = $2 order by id",
          [hall.tenant.id, name],
        )
      ).rows.map(({ payload }) => payload),
    row: async (documentId: Id<"document">) =>
      (await db.owner.query("select * from document where id = $1", [documentId])).rows[0],
  };
}

const says = (ctx: Ctx, roomId: Id<"sync_room">) => readRoom(ctx, roomId).then(({ doc }) => documentJson(doc));

test("a new document begins with its title, or with what its template says in the language of whoever begins it", async () => {
  const { as, lin, hall, spaceId, document, roomOf } = await writtenHall();
  const plain = await document("Launch");
  const json = await hall.inside(async (ctx) => says(ctx, (await roomOf(plain)).id));
  expect(json.content?.[0]).toMatchObject({ type: "title", content: [{ text: "Launch" }] });
  const meeting = await as(lin, (ctx) => createDocument({ ...ctx, locale: "zh-CN" }, { spaceId, template: "meeting" }));
  const { title } = await as(lin, (ctx) => getDocument(ctx, meeting));
  expect(title).toMatch(/\p{Script=Han}/u);
  const said = await hall.inside(async (ctx) => says(ctx, (await roomOf(meeting)).id));
  expect(JSON.stringify(said)).toContain(title);
});

test("what is written is noted once people pause: words, who wrote, whom it names; of each writer once a day", async () => {
  const { document, write, settle, row, facts, lin, chen, pass } = await writtenHall();
  const launch = await document("Launch");
  await write(lin, launch, "雨天备用方案");
  await write(lin, launch, "Ask ", { kind: "person", id: chen.personId, label: "陈雨泽" });
  await settle(launch);
  expect(await row(launch)).toMatchObject({ edited_by: lin.personId, body_seq: 3 });
  expect((await row(launch)).body).toContain("雨天备用方案");
  const mentions = await db.owner.query("select target_type, target_id from document_mention where document_id = $1", [
    launch,
  ]);
  expect(mentions.rows).toEqual([{ target_type: "person", target_id: chen.personId }]);
  expect(await facts("docs.document-edited")).toEqual([{ documentId: launch, personId: lin.personId }]);
  pass(60);
  await write(lin, launch, "Later that day");
  await settle(launch);
  expect(await facts("docs.document-edited")).toHaveLength(1);
  pass(24 * 60);
  await write(lin, launch, "The day after");
  await settle(launch);
  expect(await facts("docs.document-edited")).toHaveLength(2);
});

test("a room that was settled is not settled again, and one that an older look comes to late is left as it is", async () => {
  const { document, write, settle, row, lin, roomOf, hall } = await writtenHall();
  const launch = await document("Launch");
  await write(lin, launch, "First");
  await settle(launch);
  const { seq, doc } = await hall.inside(async (ctx) => readRoom(ctx, (await roomOf(launch)).id));
  await write(lin, launch, "Second");
  await settle(launch);
  const { id: roomId } = await roomOf(launch);
  await hall.inside((ctx) => documentRoom.settled?.(ctx, { roomId, subjectId: launch, doc, seq }) ?? Promise.resolve());
  expect((await row(launch)).body).toContain("Second");
});

test("two who change a document by code at once both have their words in it", async () => {
  const { document, write, lin, chen, hall, roomOf } = await writtenHall();
  const launch = await document("Launch");
  await Promise.all(Array.from({ length: 6 }, (_, nth) => write(nth % 2 ? lin : chen, launch, `word ${nth}`)));
  const json = JSON.stringify(await hall.inside(async (ctx) => says(ctx, (await roomOf(launch)).id)));
  for (let nth = 0; nth < 6; nth++) expect(json).toContain(`word ${nth}`);
});

test("what no editor would write, a character that PostgreSQL does not keep among it, keeps nothing from being noted", async () => {
  const { document, write, settle, row, lin, chen } = await writtenHall();
  const launch = await document("Launch");
  await write(lin, launch, "雨\0天 \ud800 备用");
  await write(lin, launch, "Ask ", { kind: "person", id: chen.personId, label: "陈\0雨泽" });
  await settle(launch);
  expect((await row(launch)).body).toMatch(/^雨天 . 备用\nAsk @陈雨泽$/u);
});
