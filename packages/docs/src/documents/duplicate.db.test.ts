import { rejects } from "node:assert/strict";
import { type Id, newId } from "@guildhall/core";
import { editRoom, findRoom, readRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { documentJson } from "../editor/document-json.ts";
import { documentField } from "../editor/document-node.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { setInherits } from "../sharing/change-grant.ts";
import { grantAccess, openLink } from "../sharing/grant-access.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { getDocument } from "./document.queries.ts";
import { mayViewDocument } from "./document-files.ts";
import { duplicateDocument, mayDuplicate } from "./duplicate-document.ts";
import { removeDocument } from "./remove-document.ts";
import { setDocumentIcon } from "./set-icon.ts";

const db = useDatabase();

async function copyingHall() {
  const given = await hallWithDocuments(db);
  const { as, hall } = given;
  return {
    ...given,
    copy: (who: Somebody, documentId: Id<"document">, below = false) =>
      as(who, (ctx) => duplicateDocument(ctx, { documentId, below })),
    says: (documentId: Id<"document">) =>
      hall.inside(async (ctx) => {
        const room = await findRoom(ctx, documentKind, documentId);
        if (!room) throw new Error("There is no room.");
        return documentJson((await readRoom(ctx, room.id)).doc);
      }),
    write: (who: Somebody, documentId: Id<"document">, words: string, marks: Record<string, unknown> = {}) =>
      as(who, (ctx) =>
        editRoom(ctx, documentKind, documentId, (doc) => {
          const paragraph = new Y.XmlElement("paragraph");
          const text = new Y.XmlText();
          text.insert(0, words, marks);
          paragraph.insert(0, [text]);
          doc.getXmlFragment(documentField).push([paragraph]);
        }),
      ),
    file: async (documentId: Id<"document">) => {
      const id = newId<"file">();
      await db.owner.query(
        `insert into file (tenant_id, id, subject_type, subject_id, name, media_type, size, sha256, storage_key, created_at)
         values ($1, $2, 'document', $3, 'plan.png', 'image/png', 1, repeat('0', 64), $4, now())`,
        [hall.tenant.id, id, documentId, `${hall.tenant.id}/${id}`],
      );
      return id;
    },
  };
}

test("a copy stands right after what it is a copy of, with its words and sign, and without its threads", async () => {
  const { as, lin, document, write, copy, says, tree } = await copyingHall();
  const launch = await document("Launch");
  await document("Retro");
  await write(lin, launch, "雨天备用方案", { bold: {}, comment: { threadId: newId() } });
  await as(lin, (ctx) => setDocumentIcon(ctx, { documentId: launch, icon: "⛺" }));
  const made = await copy(lin, launch);
  expect(await tree(lin)).toEqual(["Launch", "Launch (copy)", "Retro"]);
  expect(await as(lin, (ctx) => getDocument(ctx, made))).toMatchObject({ title: "Launch (copy)", icon: "⛺" });
  const said = JSON.stringify(await says(made));
  expect(said).toContain("雨天备用方案");
  expect(said).toContain("Launch (copy)");
  expect(said).toContain("bold");
  expect(said).not.toContain("comment");
  // The two go their own ways.
  await write(lin, made, "Only here");
  expect(JSON.stringify(await says(launch))).not.toContain("Only here");
});

test("with all below it, as far as somebody may see, without what lies in the trash", async () => {
  const { as, lin, somebody, document, copy, tree } = await copyingHall();
  const mei = await somebody("梅", "staff");
  const launch = await document("Launch");
  const [stalls, own, thrown] = [
    await document("Stalls", launch),
    await document("Own", launch),
    await document("Thrown", launch),
  ];
  await document("Tea", stalls);
  await document("Below own", own);
  await as(lin, (ctx) => setInherits(ctx, { documentId: own, inherits: false }));
  await as(lin, (ctx) => removeDocument(ctx, { documentId: thrown }));
  const whole = await copy(lin, launch, true);
  expect(await tree(lin, whole)).toEqual(["Stalls", "Own"]);
  const part = await copy(mei, launch, true);
  expect(await tree(lin, part)).toEqual(["Stalls"]);
  const [tea] = await tree(
    lin,
    (
      await as(lin, (ctx) =>
        ctx.db.selectFrom("document").select("id").where("parent_id", "=", part).executeTakeFirstOrThrow(),
      )
    ).id,
  );
  expect(tea).toBe("Tea");
  const alone = await copy(lin, launch);
  expect(await tree(lin, alone)).toEqual([]);
});

test("a copy of what was broken off from above is broken off too, for the same people, and opens to no link", async () => {
  const { as, lin, chen, somebody, document, copy } = await copyingHall();
  const mei = await somebody("梅", "staff");
  const secret = await document("Secret");
  await as(lin, async (ctx) => {
    await setInherits(ctx, { documentId: secret, inherits: false });
    await grantAccess(ctx, {
      on: { documentId: secret },
      grantee: { kind: "person", personId: chen.personId },
      role: "view",
    });
    await openLink(ctx, { on: { documentId: secret }, role: "view" });
  });
  const made = await copy(lin, secret);
  expect(await as(chen, (ctx) => getDocument(ctx, made))).toMatchObject({ role: "view" });
  expect(await as(lin, (ctx) => getDocument(ctx, made))).toMatchObject({ role: "manage" });
  await rejects(
    as(mei, (ctx) => getDocument(ctx, made)),
    { code: "core.not-found" },
  );
  const { rows } = await db.owner.query("select count(*)::int as links from document_grant where grantee = 'link'");
  expect(rows).toEqual([{ links: 1 }]);
});

test("who sees nothing of where a document stands makes no copy of it, even if they manage it", async () => {
  const { as, lin, chen, document, copy, spaceId } = await copyingHall();
  const launch = await document("Launch");
  await rejects(copy(chen, launch), { code: "core.not-found" });
  await as(lin, (ctx) =>
    grantAccess(ctx, {
      on: { documentId: launch },
      grantee: { kind: "person", personId: chen.personId },
      role: "manage",
    }),
  );
  await rejects(copy(chen, launch), { code: "core.not-found" });
  const place = { spaceId, parentId: null };
  expect([await as(chen, (ctx) => mayDuplicate(ctx, place)), await as(lin, (ctx) => mayDuplicate(ctx, place))]).toEqual(
    [false, true],
  );
  await rejects(copy(chen, newId()), { code: "core.not-found" });
});

test("what a document shows its copy may show to whoever sees the copy, and a page that only names a file may not", async () => {
  const { as, lin, chen, document, copy, file, hall, write } = await copyingHall();
  const launch = await document("Launch");
  const picture = await file(launch);
  const made = await copy(lin, launch);
  const sees = (who: Somebody) => as(who, (ctx) => mayViewDocument()(ctx, launch, picture));
  expect([await sees(lin), await sees(chen)]).toEqual([true, false]);
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { documentId: made }, grantee: { kind: "person", personId: chen.personId }, role: "edit" }),
  );
  expect(await sees(chen)).toBe(true);
  const elsewhere = await file(await document("Elsewhere"));
  await write(chen, made, elsewhere);
  await db.owner.query(
    "insert into document_mention (tenant_id, document_id, target_type, target_id, since) values ($1, $2, 'file', $3, now())",
    [hall.tenant.id, made, elsewhere],
  );
  const other = await db.owner.query<{ id: Id<"document"> }>("select subject_id as id from file where id = $1", [
    elsewhere,
  ]);
  const subject = other.rows[0]?.id ?? made;
  expect(await as(chen, (ctx) => mayViewDocument()(ctx, subject, elsewhere))).toBe(false);
});

test("a sign is one character, and given by whoever writes there", async () => {
  const { as, lin, chen, document } = await copyingHall();
  const launch = await document("Launch");
  const mark = (who: Somebody, icon: string | null) =>
    as(who, (ctx) => setDocumentIcon(ctx, { documentId: launch, icon }));
  await mark(lin, "👩‍👩‍👧‍👦");
  expect(await as(lin, (ctx) => getDocument(ctx, launch))).toMatchObject({ icon: "👩‍👩‍👧‍👦" });
  for (const wrong of ["two", "山水", "a\u0000"]) await expect(mark(lin, wrong)).rejects.toThrow();
  await rejects(mark(chen, "⛺"), { code: "core.not-found" });
  await mark(lin, null);
  expect(await as(lin, (ctx) => getDocument(ctx, launch))).toMatchObject({ icon: null });
});
