import type { Id } from "@guildhall/core";
import { editRoom, findRoom, openRoomKinds, settleRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { removeDocument } from "../documents/remove-document.ts";
import { documentField } from "../editor/document-node.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import { hallWithDocuments } from "../test/hall-with-documents.ts";
import { listMentionedIn, type Mentioned } from "./list-mentioned-in.ts";

const db = useDatabase();
const kinds = openRoomKinds([documentRoom]);

async function hallWithMentions() {
  const given = await hallWithDocuments(db);
  const { as, hall, lin } = given;
  const settle = async (documentId: Id<"document">) => {
    const room = await hall.inside((ctx) => findRoom(ctx, documentKind, documentId));
    if (room) await settleRoom(db.database, kinds, room);
  };
  return {
    ...given,
    name: async (documentId: Id<"document">, kind: string, id: string) => {
      await as(lin, (ctx) =>
        editRoom(ctx, documentKind, documentId, (doc) => {
          const [line, mention] = [new Y.XmlElement("paragraph"), new Y.XmlElement("mention")];
          for (const [key, value] of Object.entries({ kind, id, label: "x" })) mention.setAttribute(key, value);
          line.insert(0, [mention]);
          doc.getXmlFragment(documentField).push([line]);
        }),
      );
      await settle(documentId);
    },
    titles: async (who: typeof lin, mentioned: Mentioned) =>
      (await as(who, (ctx) => listMentionedIn(ctx, mentioned))).map(({ title }) => title),
  };
}

test("a document and a person are told where they are named, as far as the reader may look", async () => {
  const { as, lin, chen, document, name, titles } = await hallWithMentions();
  const [plan, minutes, list] = [await document("Plan"), await document("Minutes"), await document("List")];
  await name(minutes, "document", plan);
  await name(list, "document", plan);
  await name(list, "person", chen.personId);
  expect(await titles(lin, { documentId: plan })).toHaveLength(2);
  expect(await titles(lin, { personId: chen.personId })).toEqual(["List"]);
  expect(await titles(chen, { documentId: plan })).toEqual([]);
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { documentId: list }, grantee: { kind: "person", personId: chen.personId }, role: "view" }),
  );
  expect(await titles(chen, { documentId: plan })).toEqual(["List"]);
  await as(lin, (ctx) => removeDocument(ctx, { documentId: list }));
  expect(await titles(lin, { documentId: plan })).toEqual(["Minutes"]);
});

test("who was named by a record that is now part of another is named by that one", async () => {
  const { hall, lin, chen, document, name, titles } = await hallWithMentions();
  const list = await document("List");
  const other = await hall.person("雨泽");
  await name(list, "person", other);
  await db.owner.query("update person set canonical_id = $1 where id = $2", [chen.personId, other]);
  expect(await titles(lin, { personId: chen.personId })).toEqual(["List"]);
});
