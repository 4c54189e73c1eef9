import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { setInherits } from "../sharing/change-grant.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import type { Branch } from "./document.ts";
import { moveDocument } from "./move-document.ts";
import { openTree } from "./open-tree.ts";
import { removeDocument } from "./remove-document.ts";
import { findTreeLine, listBranch } from "./tree.queries.ts";

const db = useDatabase();

/** Thousands of documents at the top of a space, put there past the commands. */
async function fullShelf(count: number) {
  const given = await hallWithDocuments(db);
  const { hall, spaceId } = given;
  const { rows } = await db.owner.query<{ id: Id<"document"> }>(
    `insert into document (tenant_id, space_id, rank, scope_id, title, created_at, edited_at)
     select $1, $2, 'b' || lpad(n::text, 6, '0'), s.id, 'Plan ' || n, now(), now()
     from generate_series(1, $3::int) n, document_scope s where s.space_id = $2 and s.is_space
     returning id`,
    [hall.tenant.id, spaceId, count],
  );
  return { ...given, ids: rows.map(({ id }) => id) };
}

const titles = ({ rows }: Branch) => rows.map(({ title }) => title);

test("of ten thousand documents a page is read at a time, forwards and backwards, or around the one that is read", async () => {
  const { as, lin, spaceId, ids } = await fullShelf(10_000);
  const top = { spaceId, parentId: null };
  const page = (more: object) => as(lin, (ctx) => listBranch(ctx, top, { size: 50, ...more }));
  const first = await page({});
  expect(titles(first)).toEqual(Array.from({ length: 50 }, (_, at) => `Plan ${at + 1}`));
  expect(first.previous).toBeNull();
  const second = await page({ cursor: first.next });
  expect(titles(second).slice(0, 2)).toEqual(["Plan 51", "Plan 52"]);
  expect(titles(await page({ cursor: second.previous }))).toEqual(titles(first));
  const around = await page({ around: ids[6_999] });
  expect(titles(around)).toEqual(Array.from({ length: 70 }, (_, at) => `Plan ${6_980 + at}`));
  expect(titles(await page({ cursor: around.previous })).at(-1)).toBe("Plan 6979");
  expect(titles(await page({ cursor: around.next })).at(0)).toBe("Plan 7050");
  const last = await page({ around: ids[9_999] });
  expect([last.next, titles(last).at(-1)]).toEqual([null, "Plan 10000"]);
  for (const cursor of ["nonsense", Buffer.from('["next","b",1]').toString("base64url")])
    await rejects(page({ cursor }), { code: "core.cursor-malformed" });
});

test("every page after every other gives each line once, whatever the size", async () => {
  const { as, lin, spaceId } = await fullShelf(23);
  for (const size of [1, 5, 22, 23, 24]) {
    const seen: string[] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page: Branch = await as(lin, (ctx) => listBranch(ctx, { spaceId, parentId: null }, { size, cursor }));
      seen.push(...titles(page));
      cursor = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, at) => `Plan ${at + 1}`));
  }
});

test("the way to a document is open from the top down; what hangs from what one may not see stands at the top", async () => {
  const { as, lin, somebody, spaceId, document } = await hallWithDocuments(db);
  const mei = await somebody("梅", "staff");
  const launch = await document("Launch");
  const stalls = await document("Stalls", launch);
  const tea = await document("Tea", stalls);
  const wayOf = async (who: Somebody) =>
    (await as(who, (ctx) => openTree(ctx, { open: [], around: tea, size: 10 }))).way.map(({ parentId }) => parentId);
  expect(await wayOf(lin)).toEqual([null, launch, stalls]);
  const grantee = { kind: "person", personId: mei.personId };
  await as(lin, (ctx) => grantAccess(ctx, { on: { documentId: stalls }, grantee, role: "view" }));
  await as(lin, (ctx) => setInherits(ctx, { documentId: launch, inherits: false }));
  expect(await wayOf(mei)).toEqual([null, stalls]);
  const line = await as(mei, (ctx) => findTreeLine(ctx, stalls));
  expect(line).toMatchObject({ parentId: null, hasChildren: true, role: "view" });
  expect(await as(mei, (ctx) => findTreeLine(ctx, launch))).toBeNull();
  const top = await as(mei, (ctx) => listBranch(ctx, { spaceId, parentId: null }, { size: 10 }));
  expect(titles(top)).toEqual(["Stalls"]);
  const hidden = await as(mei, (ctx) => listBranch(ctx, { spaceId, parentId: launch }, { size: 10 }));
  expect(titles(hidden)).toEqual(["Stalls"]);
});

test("what was thrown away is on no branch, and what is moved is on its new one, in its order", async () => {
  const { as, lin, spaceId, document } = await hallWithDocuments(db);
  const [one, two, three] = [await document("One"), await document("Two"), await document("Three")];
  const top = () => as(lin, (ctx) => listBranch(ctx, { spaceId, parentId: null }, { size: 10 }));
  await as(lin, (ctx) => moveDocument(ctx, { documentId: three, spaceId, beforeId: one }));
  await as(lin, (ctx) => moveDocument(ctx, { documentId: two, spaceId, parentId: one }));
  expect(titles(await top())).toEqual(["Three", "One"]);
  expect((await top()).rows.map(({ hasChildren }) => hasChildren)).toEqual([false, true]);
  await as(lin, (ctx) => removeDocument(ctx, { documentId: one }));
  expect(titles(await top())).toEqual(["Three"]);
  expect(await as(lin, (ctx) => findTreeLine(ctx, two))).toBeNull();
});
