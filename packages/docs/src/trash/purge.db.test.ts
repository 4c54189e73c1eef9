import { rejects } from "node:assert/strict";
import { type Id, newId, systemClock } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { beforeEach, expect, test } from "vitest";
import { listTrash } from "../documents/document.queries.ts";
import { duplicateDocument } from "../documents/duplicate-document.ts";
import { removeDocument, restoreDocument } from "../documents/remove-document.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import { removeSpace, restoreSpace } from "../spaces/remove-space.ts";
import { hallWithDocuments } from "../test/hall-with-documents.ts";
import { purgeTrash } from "./purge-trash.ts";

const db = useDatabase();
beforeEach(async () => {
  await db.owner.query("truncate tenant cascade");
});

const day = 86_400_000;
const now = systemClock.now().getTime();

async function trashHall() {
  const given = await hallWithDocuments(db);
  const { hall } = given;
  const rows = async (table: string, where: string, value: string) =>
    (await db.owner.query(`select from ${table} where tenant_id = $1 and ${where} = $2`, [hall.tenant.id, value]))
      .rowCount;
  return {
    ...given,
    rows,
    /** As if it had been thrown away so many days ago. */
    age: (id: string, days: number) =>
      db.owner.query("update document set removed_at = $2 where id = $1 or removed_with = $1", [
        id,
        new Date(now - days * day),
      ]),
    file: async (documentId: Id<"document">) => {
      const id = newId<"file">();
      await db.owner.query(
        `insert into file (tenant_id, id, subject_type, subject_id, name, media_type, size, sha256, storage_key, created_at)
         values ($1, $2, 'document', $3, 'plan.png', 'image/png', 1, repeat('0', 64), $4, now())`,
        [hall.tenant.id, id, documentId, `${hall.tenant.id}/${newId()}`],
      );
      return id;
    },
  };
}

test("after thirty days a document goes for good, with all below it and all that they held; what is younger stays", async () => {
  const { as, lin, chen, document, age, file, rows, hall, tree } = await trashHall();
  const [launch, retro, kept] = [await document("Launch"), await document("Retro"), await document("Kept")];
  const stalls = await document("Stalls", launch);
  const picture = await file(stalls);
  await as(lin, (ctx) =>
    grantAccess(ctx, {
      on: { documentId: stalls },
      grantee: { kind: "person", personId: chen.personId },
      role: "edit",
    }),
  );
  await db.owner.query(
    "insert into document_mention (tenant_id, document_id, target_type, target_id, since) values ($1, $2, 'document', $3, now())",
    [hall.tenant.id, kept, stalls],
  );
  for (const documentId of [launch, retro]) await as(lin, (ctx) => removeDocument(ctx, { documentId }));
  await age(launch, 31);
  await age(retro, 29);
  expect(await purgeTrash(db.database)).toBe(2);
  for (const id of [launch, stalls]) {
    expect(await rows("document", "id", id)).toBe(0);
    expect(await rows("sync_room", "subject_id", id)).toBe(0);
  }
  expect(await rows("file", "id", picture)).toBe(0);
  expect(await rows("document_grant", "person_id", chen.personId)).toBe(0);
  expect(await rows("document_mention", "target_id", stalls)).toBe(0);
  expect([await rows("document", "id", retro), await tree(lin)]).toEqual([1, ["Kept"]]);
  expect(await purgeTrash(db.database)).toBe(0);
  const said = await db.owner.query(
    "select before->>'title' as title from audit_entry where action = 'document.purged'",
  );
  expect(said.rows).toEqual([{ title: "Launch" }]);
});

test("what is over thirty days old is gone to everybody, swept out already or not", async () => {
  const { as, lin, document, age, pass } = await trashHall();
  const launch = await document("Launch");
  await as(lin, (ctx) => removeDocument(ctx, { documentId: launch }));
  const trash = () => as(lin, (ctx) => listTrash(ctx, { size: 10, cursor: null }));
  expect((await trash()).rows).toHaveLength(1);
  pass(31 * 24 * 60);
  expect((await trash()).rows).toHaveLength(0);
  await rejects(
    as(lin, (ctx) => restoreDocument(ctx, { documentId: launch })),
    { code: "core.not-found" },
  );
  await age(launch, 31);
  expect(await purgeTrash(db.database)).toBe(1);
});

test("a shelf goes with everything on it, thrown away or not; one that is younger can be put up again", async () => {
  const { as, lin, document, spaceId, rows } = await trashHall();
  const launch = await document("Launch");
  await document("Stalls", launch);
  await as(lin, (ctx) => removeSpace(ctx, { spaceId }));
  const taken = (days: number) =>
    db.owner.query("update space set removed_at = $2 where id = $1", [spaceId, new Date(now - days * day)]);
  await taken(29);
  expect(await purgeTrash(db.database)).toBe(0);
  await taken(31);
  expect(await purgeTrash(db.database)).toBe(2);
  expect([await rows("space", "id", spaceId), await rows("document_scope", "space_id", spaceId)]).toEqual([0, 0]);
  await rejects(
    as(lin, (ctx) => restoreSpace(ctx, { spaceId })),
    { code: "core.not-found" },
  );
});

test("a file that a copy shows is the copy's once the original is gone, and goes with the last of them", async () => {
  const { as, lin, document, age, file, rows } = await trashHall();
  const launch = await document("Launch");
  const picture = await file(launch);
  const copy = await as(lin, (ctx) => duplicateDocument(ctx, { documentId: launch }));
  const throwAway = async (documentId: Id<"document">) => {
    await as(lin, (ctx) => removeDocument(ctx, { documentId }));
    await age(documentId, 31);
    await purgeTrash(db.database);
  };
  await throwAway(launch);
  expect(await rows("file", "subject_id", copy)).toBe(1);
  await throwAway(copy);
  expect(await rows("file", "id", picture)).toBe(0);
});
