import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { grantAccess } from "../sharing/grant-access.ts";
import { createSpace } from "../spaces/create-space.ts";
import { hallWithDocuments } from "../test/hall-with-documents.ts";
import { createDocument } from "./create-document.ts";
import { getDocument, listTrash } from "./document.queries.ts";
import { deepest } from "./document.ts";
import { moveDocument } from "./move-document.ts";
import { removeDocument, restoreDocument } from "./remove-document.ts";

const db = useDatabase();

test("documents stand in order, are moved before one another, under one another, and to another shelf with all below", async () => {
  const { as, lin, spaceId, document, tree } = await hallWithDocuments(db);
  const [launch, retro, brief] = [await document("Launch"), await document("Retro"), await document("Brief")];
  const stalls = await document("Stalls", launch);
  expect(await tree(lin)).toEqual(["Launch", "Retro", "Brief"]);
  const move = (documentId: Id<"document">, to: object) =>
    as(lin, (ctx) => moveDocument(ctx, { documentId, spaceId, ...to }));
  await move(brief, { beforeId: launch });
  expect(await tree(lin)).toEqual(["Brief", "Launch", "Retro"]);
  await move(brief, { parentId: launch, beforeId: stalls });
  expect(await tree(lin, launch)).toEqual(["Brief", "Stalls"]);
  const shelf = await as(lin, (ctx) => createSpace(ctx, { name: "Archive", open: "staff" }));
  await move(launch, { spaceId: shelf });
  expect(await tree(lin)).toEqual(["Retro"]);
  expect(await tree(lin, null, shelf)).toEqual(["Launch"]);
  expect(await tree(lin, launch, shelf)).toEqual(["Brief", "Stalls"]);
  expect((await as(lin, (ctx) => getDocument(ctx, stalls))).path.map(({ title }) => title)).toEqual(["Launch"]);
  expect((await as(lin, (ctx) => getDocument(ctx, retro))).spaceName).toBe("Plans");
});

test("nothing is put under itself, nor deeper than anybody could follow", async () => {
  const { as, lin, spaceId, document } = await hallWithDocuments(db);
  const top = await document("Top");
  let last = top;
  for (let depth = 2; depth <= deepest; depth++) last = await document(`${depth}`, last);
  const move = (documentId: Id<"document">, parentId: Id<"document">) =>
    as(lin, (ctx) => moveDocument(ctx, { documentId, spaceId, parentId }));
  await rejects(move(top, top), { code: "docs.move-into-itself" });
  await rejects(move(top, last), { code: "docs.too-deep" });
  await rejects(document("Too deep", last), { code: "docs.too-deep" });
  const other = await document("Other");
  await document("Below other", other);
  await rejects(move(other, last), { code: "docs.too-deep" });
});

test("two who move two documents into one another at once never make a ring", async () => {
  const { as, lin, spaceId, document } = await hallWithDocuments(db);
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await document("One"), await document("Other")];
    const moved = await Promise.allSettled([
      as(lin, (ctx) => moveDocument(ctx, { documentId: one, spaceId, parentId: other })),
      as(lin, (ctx) => moveDocument(ctx, { documentId: other, spaceId, parentId: one })),
    ]);
    expect(moved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const path = await as(lin, (ctx) => getDocument(ctx, one));
    expect(path.path.length + (await as(lin, (ctx) => getDocument(ctx, other))).path.length).toBe(1);
  }
});

test("ten put down at once have ten places", async () => {
  const { document, tree, lin } = await hallWithDocuments(db);
  await Promise.all(Array.from({ length: 10 }, (_, nth) => document(`${nth}`)));
  expect(new Set(await tree(lin)).size).toBe(10);
});

test("what is thrown away takes what is below it along, and brings it back; what lay there already stays", async () => {
  const { as, lin, document, tree } = await hallWithDocuments(db);
  const launch = await document("Launch");
  const [kept, thrown] = [await document("Kept", launch), await document("Thrown", launch)];
  const throwAway = (documentId: Id<"document">) => as(lin, (ctx) => removeDocument(ctx, { documentId }));
  const bringBack = (documentId: Id<"document">) => as(lin, (ctx) => restoreDocument(ctx, { documentId }));
  await throwAway(thrown);
  await throwAway(launch);
  expect(await tree(lin)).toEqual([]);
  await rejects(
    as(lin, (ctx) => getDocument(ctx, kept)),
    { code: "core.not-found" },
  );
  const trash = await as(lin, (ctx) => listTrash(ctx, { size: 10, cursor: null }));
  expect(trash.rows.map(({ title }) => title).toSorted()).toEqual(["Launch", "Thrown"]);
  await bringBack(thrown);
  expect(await tree(lin)).toEqual(["Thrown"]);
  await bringBack(launch);
  expect(await tree(lin)).toEqual(["Thrown", "Launch"]);
  expect(await tree(lin, launch)).toEqual(["Kept"]);
  await rejects(bringBack(launch), { code: "core.not-found" });
});

test("who may only look at a document moves, throws away and adds nothing; who may see nothing is told of nothing", async () => {
  const { as, lin, chen, spaceId, document } = await hallWithDocuments(db);
  const launch = await document("Launch");
  const all = [
    () => as(chen, (ctx) => getDocument(ctx, launch)),
    () => as(chen, (ctx) => removeDocument(ctx, { documentId: launch })),
    () => as(chen, (ctx) => moveDocument(ctx, { documentId: launch, spaceId })),
    () => as(chen, (ctx) => createDocument(ctx, { spaceId, parentId: launch })),
  ];
  for (const each of all) await rejects(each(), { code: "core.not-found" });
  await as(lin, (ctx) =>
    grantAccess(ctx, {
      on: { spaceId },
      grantee: { kind: "person", personId: chen.personId },
      role: "view",
    }),
  );
  const [look, ...others] = all;
  expect(await look?.()).toMatchObject({ title: "Launch", role: "view" });
  for (const each of others) await rejects(each(), { code: "core.forbidden" });
});
