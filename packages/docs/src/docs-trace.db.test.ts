import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { docsTrace } from "./docs-trace.ts";
import { getDocument } from "./documents/document.queries.ts";
import { keepAtHand, rememberVisit } from "./documents/keep-at-hand.ts";
import { grantAccess } from "./sharing/grant-access.ts";
import { hallWithDocuments } from "./test/hall-with-documents.ts";

const db = useDatabase();

test("what documents know of somebody is given to them, and forgotten with them; the documents stay", async () => {
  const { as, lin, chen, document, hall } = await hallWithDocuments(db);
  const launch = await document("Launch");
  const grantee = { kind: "person", personId: chen.personId };
  await as(lin, (ctx) => grantAccess(ctx, { on: { documentId: launch }, grantee, role: "edit" }));
  await as(chen, async (ctx) => {
    await keepAtHand(ctx, { documentId: launch, keep: true });
    await rememberVisit(ctx, launch);
  });
  await db.owner.query(
    `insert into document_author (tenant_id, document_id, person_id, first_at, last_at, told_on)
     values ($1, $2, $3, now(), now(), '2026-03-02')`,
    [hall.tenant.id, launch, chen.personId],
  );
  await db.owner.query(
    "insert into document_mention (tenant_id, document_id, target_type, target_id, since) values ($1, $2, 'person', $3, now())",
    [hall.tenant.id, launch, chen.personId],
  );
  const traced = { id: chen.personId, ids: [chen.personId], emails: [], phones: [] };
  expect(await hall.inside((ctx) => docsTrace.collect(ctx, traced))).toMatchObject({
    written: [{ title: "Launch" }],
    granted: [{ role: 3 }],
    keptAtHand: [{ title: "Launch" }],
  });
  await hall.inside((ctx) => docsTrace.erase(ctx, traced));
  expect(await hall.inside((ctx) => docsTrace.collect(ctx, traced))).toEqual({
    written: [],
    granted: [],
    said: [],
    keptAtHand: [],
  });
  const left = await db.owner.query("select from document_mention where target_id = $1", [chen.personId]);
  expect(left.rowCount).toBe(0);
  expect(await as(lin, (ctx) => getDocument(ctx, launch))).toMatchObject({ title: "Launch" });
});
