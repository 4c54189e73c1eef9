import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { addToAudience, createList, removeFromAudience } from "@guildhall/people";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { getDocument, listDocuments, listTree } from "../documents/document.queries.ts";
import { moveDocument } from "../documents/move-document.ts";
import { createSpace } from "../spaces/create-space.ts";
import { getSpace, listSpaces } from "../spaces/space.queries.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { changeGrant, revokeGrant, setInherits } from "./change-grant.ts";
import { listGrants, whyMay } from "./grant.queries.ts";
import { grantAccess, openLink } from "./grant-access.ts";

const db = useDatabase();

async function sharedHall() {
  const given = await hallWithDocuments(db);
  const { as, lin } = given;
  const to = ({ personId }: Somebody) => ({ kind: "person", personId });
  return {
    ...given,
    share: (documentId: Id<"document">, grantee: object, role: string, more: object = {}) =>
      as(lin, (ctx) => grantAccess(ctx, { on: { documentId }, grantee, role, ...more })),
    to,
    roleOf: async (who: Somebody, documentId: Id<"document">) => {
      try {
        return (await as(who, (ctx) => getDocument(ctx, documentId))).role;
      } catch {
        return null;
      }
    },
  };
}

test("what is granted on a document holds below it, and nowhere else", async () => {
  const { document, share, to, chen, roleOf, tree, as } = await sharedHall();
  const [launch, retro] = [await document("Launch"), await document("Retro")];
  const stalls = await document("Stalls", launch);
  await share(launch, to(chen), "comment");
  const later = await document("Later", stalls);
  for (const each of [launch, stalls, later]) expect(await roleOf(chen, each)).toBe("comment");
  expect(await roleOf(chen, retro)).toBeNull();
  expect(await tree(chen)).toEqual(["Launch"]);
  expect(await as(chen, listSpaces)).toMatchObject([{ name: "Plans", role: null }]);
});

test("a document is broken off from above, and everybody but who did it is outside; it is joined again", async () => {
  const { document, share, to, lin, chen, roleOf, as, somebody, spaceId } = await sharedHall();
  const mei = await somebody("梅", "staff");
  const launch = await document("Launch");
  const stalls = await document("Stalls", launch);
  await share(launch, to(chen), "edit");
  const inherit = (inherits: boolean) => as(lin, (ctx) => setInherits(ctx, { documentId: stalls, inherits }));
  await inherit(false);
  expect([await roleOf(chen, stalls), await roleOf(mei, stalls), await roleOf(lin, stalls)]).toEqual([
    null,
    null,
    "manage",
  ]);
  const grants = await as(lin, (ctx) => listGrants(ctx, { documentId: stalls }));
  expect(grants).toMatchObject({ inherits: false, grants: [{ from: { kind: "here" }, role: "manage" }] });
  // Somebody who sees what hangs from what they may not see finds it at the top.
  await share(stalls, to(mei), "view");
  await as(lin, (ctx) => setInherits(ctx, { documentId: launch, inherits: false }));
  expect((await as(mei, (ctx) => listTree(ctx, spaceId, null))).map(({ title }) => title)).toContain("Stalls");
  await inherit(true);
  expect([await roleOf(chen, stalls), await roleOf(mei, stalls), await roleOf(mei, launch)]).toEqual([
    "edit",
    "view",
    null,
  ]);
});

test("an audience is let in and out with its people; by whichever of their records", async () => {
  const { hall, document, share, chen, lin, roleOf, as } = await sharedHall();
  const launch = await document("Launch");
  const audienceId = await as(lin, (ctx) => createList(ctx, { name: "Volunteers" }));
  await share(launch, { kind: "audience", audienceId }, "edit");
  expect(await roleOf(chen, launch)).toBeNull();
  const twin = await hall.person("陈雨泽（手机）");
  await db.owner.query("update person set canonical_id = $1 where id = $2", [chen.personId, twin]);
  await as(lin, (ctx) => addToAudience(ctx, { audienceId, personIds: [twin] }));
  expect(await roleOf(chen, launch)).toBe("edit");
  await as(lin, (ctx) => removeFromAudience(ctx, { audienceId, personIds: [twin] }));
  expect(await roleOf(chen, launch)).toBeNull();
});

test("a grant ends on its day, is changed, and is taken away; one that has ended cannot be given", async () => {
  const { document, share, to, chen, lin, roleOf, as, pass } = await sharedHall();
  const launch = await document("Launch");
  const soon = new Date("2026-03-02T09:30:00Z");
  const grantId = await share(launch, to(chen), "edit", { expiresAt: soon });
  expect(await roleOf(chen, launch)).toBe("edit");
  pass(30);
  expect(await roleOf(chen, launch)).toBeNull();
  await rejects(share(launch, to(chen), "edit", { expiresAt: soon }), { code: "docs.expiry-past" });
  await as(lin, (ctx) => changeGrant(ctx, { grantId, role: "view" }));
  expect(await roleOf(chen, launch)).toBe("view");
  await as(lin, (ctx) => revokeGrant(ctx, { grantId }));
  expect(await roleOf(chen, launch)).toBeNull();
  await rejects(
    as(lin, (ctx) => revokeGrant(ctx, { grantId })),
    { code: "core.not-found" },
  );
});

test("a link opens what it is for to whoever holds it, and its key is shown to those alone who manage", async () => {
  const { document, lin, chen, as, share, to } = await sharedHall();
  const [launch, retro] = [await document("Launch"), await document("Retro")];
  await as(lin, (ctx) => openLink(ctx, { on: { documentId: launch }, role: "comment" }));
  const { grants } = await as(lin, (ctx) => listGrants(ctx, { documentId: launch }));
  const link = grants.find(({ grantee }) => grantee.kind === "link")?.grantee;
  const key = link?.kind === "link" ? link.key : "";
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(await as(chen, (ctx) => getDocument(ctx, launch, key))).toMatchObject({ role: "comment" });
  for (const [id, guess] of [
    [launch, `${key}x`],
    [launch, ""],
    [retro, key],
  ] as const)
    await rejects(
      as(chen, (ctx) => getDocument(ctx, id, guess)),
      { code: "core.not-found" },
    );
  await share(launch, to(chen), "view");
  const seen = await as(chen, (ctx) => listGrants(ctx, { documentId: launch }));
  expect(seen.grants.filter(({ grantee }) => grantee.kind === "link")).toMatchObject([{ grantee: { key: "" } }]);
});

test("why somebody may is told, the strongest reason first; of somebody who may not, nothing", async () => {
  const { hall, document, share, to, lin, chen, as, spaceId, somebody } = await sharedHall();
  const launch = await document("Launch");
  const stalls = await document("Stalls", launch);
  await share(launch, to(chen), "edit");
  await share(stalls, { kind: "members" }, "view");
  const why = async (who: Somebody) =>
    (await as(lin, (ctx) => whyMay(ctx, { documentId: stalls }, who.personId))).grants;
  expect(await why(chen)).toMatchObject([
    { role: "edit", grantee: { kind: "person" }, from: { kind: "document", title: "Launch" } },
    { role: "view", grantee: { kind: "members" }, from: { kind: "here" } },
  ]);
  const mei = await somebody("梅", "staff");
  expect(await why(mei)).toMatchObject([
    { role: "edit", grantee: { kind: "audience", name: "all-staff" }, from: { kind: "space", spaceId } },
    { role: "view" },
  ]);
  const owner = await somebody("馆主", "owner");
  expect(await as(lin, (ctx) => whyMay(ctx, { documentId: stalls }, owner.personId))).toMatchObject({ ownsHall: true });
  const stranger = await hall.person("路人");
  expect(await as(lin, (ctx) => whyMay(ctx, { documentId: stalls }, stranger))).toEqual({
    grants: [],
    ownsHall: false,
  });
});

test("staff who may only look, look, unless they themselves were given more; the owner of the hall may all", async () => {
  const { document, share, to, roleOf, somebody, as, lin } = await sharedHall();
  const launch = await document("Launch");
  const viewer = await somebody("只看", "viewer");
  expect(await roleOf(viewer, launch)).toBe("view");
  await share(launch, to(viewer), "edit");
  expect(await roleOf(viewer, launch)).toBe("edit");
  const owner = await somebody("馆主", "owner");
  const own = await as(lin, (ctx) => createSpace(ctx, { name: "Mine", open: "me" }));
  expect(await as(owner, (ctx) => getSpace(ctx, own))).toMatchObject({ role: "manage" });
  await rejects(
    as(viewer, (ctx) => getSpace(ctx, own)),
    { code: "core.not-found" },
  );
  await rejects(
    as(viewer, (ctx) => createSpace(ctx, { name: "Theirs", open: "me" })),
    { code: "core.forbidden" },
  );
});

test("moving changes who may see, so only who manages may; what had grants of its own keeps them", async () => {
  const { document, share, to, lin, chen, roleOf, as, spaceId, somebody } = await sharedHall();
  const mei = await somebody("梅", "staff");
  const launch = await document("Launch");
  const stalls = await document("Stalls", launch);
  await share(stalls, to(chen), "edit");
  const shelf = await as(lin, (ctx) => createSpace(ctx, { name: "Mine", open: "me" }));
  const move = (who: Somebody) => as(who, (ctx) => moveDocument(ctx, { documentId: launch, spaceId: shelf }));
  await rejects(move(mei), { code: "core.not-found" });
  await move(lin);
  expect([await roleOf(mei, launch), await roleOf(mei, stalls)]).toEqual([null, null]);
  expect([await roleOf(chen, launch), await roleOf(chen, stalls)]).toEqual([null, "edit"]);
  await as(lin, (ctx) => moveDocument(ctx, { documentId: stalls, spaceId }));
  expect([await roleOf(mei, stalls), await roleOf(chen, stalls)]).toEqual(["edit", "edit"]);
  const page = { size: 10, cursor: null };
  expect((await as(chen, (ctx) => listDocuments(ctx, page))).rows.map(({ title }) => title)).toEqual(["Stalls"]);
});
