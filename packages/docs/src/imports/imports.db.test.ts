import { rejects } from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { type Id, newId } from "@guildhall/core";
import { fileAccess, openFile } from "@guildhall/files";
import { findRoom, openRoomKinds, readRoom, settleRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { getDocument, listTree } from "../documents/document.queries.ts";
import { mayViewDocument } from "../documents/document-files.ts";
import { documentJson } from "../editor/document-json.ts";
import { documentLinks } from "../editor/document-links.ts";
import { documentText } from "../editor/document-text.ts";
import type { ExportFormat, TakenThing } from "../exports/export-format.ts";
import { takeDocument } from "../exports/take-document.ts";
import { listMentionedIn } from "../mentions/list-mentioned-in.ts";
import { documentRoom } from "../rooms/document-room.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { memoryStore, tinyPicture } from "../test/memory-store.ts";
import { importFiles } from "./import-files.ts";
import { unpackArchive } from "./unpack-archive.ts";

const db = useDatabase();
const kinds = openRoomKinds([documentRoom]);
const hallAt = "https://hall.example/w/yuanshan";

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const packed = new ZipFile();
  for (const [name, content] of Object.entries(files)) packed.addBuffer(Buffer.from(content), name);
  packed.end();
  return buffer(packed.outputStream);
}

async function importingHall() {
  const given = await hallWithDocuments(db);
  const { as, hall, lin, spaceId } = given;
  const store = memoryStore();
  const scopeOf = ({ actor }: Somebody) => hall.scope(actor);
  return {
    ...given,
    store,
    bring: (
      name: string,
      bytes: string | Buffer,
      { who = lin, parentId }: { who?: Somebody; parentId?: Id<"document"> } = {},
    ) =>
      importFiles(
        {
          database: db.database,
          scope: scopeOf(who),
          store,
          hall: hallAt,
          files: [{ name, bytes: Buffer.from(bytes) }],
        },
        { spaceId, parentId },
      ),
    take: async (thing: TakenThing, format: ExportFormat, who: Somebody = lin) => {
      const made = await takeDocument({
        liveTexts: async () => () => undefined,
        database: db.database,
        scope: scopeOf(who),
        store,
        thing,
        format,
        hall: hallAt,
      });
      const bytes = made.content instanceof Uint8Array ? Buffer.from(made.content) : await buffer(made.content);
      return { ...made, bytes };
    },
    says: async (documentId: Id<"document">) =>
      hall.inside(async (ctx) => {
        const room = await findRoom(ctx, "document", documentId);
        if (!room) throw new Error("There is no room.");
        return documentJson((await readRoom(ctx, room.id)).doc);
      }),
    settle: async (documentId: Id<"document">) => {
      const room = await hall.inside((ctx) => findRoom(ctx, "document", documentId));
      if (room) await settleRoom(db.database, kinds, room);
    },
    below: (parentId: Id<"document"> | null, who: Somebody = lin) => as(who, (ctx) => listTree(ctx, spaceId, parentId)),
  };
}

test("a zip becomes a tree: folders, links between its files, pictures, and what names them", async () => {
  const { bring, below, says, settle, as, lin, hall, store } = await importingHall();
  const brought = await bring(
    "notes.zip",
    await zip({
      "Notes/Fair.md": "# 秋季茶会\n\nSee [the stalls](Fair/Stalls.md#top).\n\n![Hall](files/hall.png)\n",
      "Notes/Fair/Stalls.md": "Back to [the fair](../Fair.md)\n",
      "Notes/files/hall.png": tinyPicture,
      "Notes/files/alone.png": tinyPicture,
      "__MACOSX/Notes/._Fair.md": "junk",
    }),
  );
  expect(brought).toMatchObject({ documents: 2, files: 1, cuts: [] });
  const [fair] = await below(null);
  expect(fair?.title).toBe("秋季茶会");
  const [stalls] = await below(fair?.id ?? null);
  expect(stalls?.title).toBe("Stalls");
  const [fairId, stallsId] = [fair?.id ?? newId<"document">(), stalls?.id ?? newId<"document">()];
  const links = documentLinks(await says(fairId));
  expect(links.documents).toEqual([stallsId]);
  const file = await as(lin, (ctx) =>
    openFile(ctx, store, fileAccess({ document: mayViewDocument() }), links.files[0] as Id<"file">),
  );
  expect(file.mediaType).toBe("image/png");
  await settle(stallsId);
  expect((await as(lin, (ctx) => listMentionedIn(ctx, { documentId: fairId }))).map(({ title }) => title)).toEqual([
    "Stalls",
  ]);
  expect(
    (
      await hall.inside((ctx) =>
        ctx.db.selectFrom("document").select("body").where("id", "=", stallsId).executeTakeFirst(),
      )
    )?.body,
  ).toContain("the fair");
});

test("what runs does not come in, and what belongs to others is nobody's", async () => {
  const { bring, says } = await importingHall();
  const stranger = newId();
  const { top } = await bring(
    "page.html",
    `<title>Page</title><script>alert(1)</script><style>p{}</style><svg onload="alert(1)"><script>x</script></svg>
     <p onclick="x()">Hello <a href="javascript:alert(1)">there</a><a href="https://tea.example">tea</a></p>
     <iframe src="https://evil.example"></iframe><img src="x" onerror="alert(1)" alt="gone">
     <p><span data-mention="person" data-id="${stranger}">@Nobody</span> <mark data-thread="${stranger}">said</mark></p>
     <div data-file="${stranger}" data-name="secret.pdf"></div>
     <ul data-type="taskList"><li data-type="taskItem" data-task="${stranger}" data-checked="true"><p>Book</p></li></ul>`,
  );
  const json = await says(top[0] ?? newId<"document">());
  const text = JSON.stringify(json);
  for (const bad of ["alert", "javascript:", "onclick", "svg", "evil.example", stranger])
    expect(text).not.toContain(bad);
  expect(documentText(json)).toEqual({ title: "Page", body: "Hello theretea\ngone\n@Nobody said\nsecret.pdf\nBook" });
});

test("all of it comes in or none: a bomb, a broken zip, nothing to read and too much are refused, each by its name", async () => {
  const { bring, below } = await importingHall();
  const bomb = await zip({ "a.md": Buffer.alloc(12_000_000, 32) });
  await rejects(bring("bomb.zip", bomb), { code: "docs.import-too-much" });
  await rejects(bring("half.zip", (await zip({ "a.md": "x" })).subarray(0, 40)), { code: "docs.import-broken" });
  await rejects(bring("pictures.zip", await zip({ "a.png": tinyPicture })), { code: "docs.import-nothing" });
  await rejects(bring("long.md", "word ".repeat(500_000)), { code: "docs.import-file-long" });
  await rejects(bring("deep.html", "<div>".repeat(100_000)), { code: "docs.file-too-nested" });
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, nth) => [`${nth}.md`, "x"]));
  await rejects(bring("many.zip", await zip(many)), { code: "docs.import-too-many" });
  expect(await below(null)).toEqual([]);
});

/** A zip as it looks with a password: each of its files says that it is encrypted. */
function withPassword(packed: Buffer): Buffer {
  const locked = Buffer.from(packed);
  const flag = (signature: string, at: number) => {
    for (let place = locked.indexOf(signature, 0, "latin1"); place >= 0; ) {
      locked.writeUInt16LE(locked.readUInt16LE(place + at) | 1, place + at);
      place = locked.indexOf(signature, place + 4, "latin1");
    }
  };
  flag("PK\u0003\u0004", 6);
  flag("PK\u0001\u0002", 8);
  return locked;
}

test("a zip with a password is refused by that name, and nothing of it comes in", async () => {
  const { bring, below } = await importingHall();
  const locked = withPassword(await zip({ "plan.md": "# Plan", "secret.md": "x" }));
  await rejects(bring("locked.zip", locked), {
    code: "docs.import-encrypted",
    fields: { files: "docs.import-encrypted" },
  });
  expect(await below(null)).toEqual([]);
});

test("a page with parts that no edition here knows comes in with their words, and can be opened", async () => {
  const { bring, says } = await importingHall();
  const { top } = await bring(
    "later.html",
    `<article data-guildhall><h1 data-title>Later</h1><div data-node="poll" data-attrs='{"closes":1}'><p>Where to?</p></div></article>`,
  );
  const json = await says(top[0] ?? newId<"document">());
  expect(documentText(json)).toEqual({ title: "Later", body: "Where to?" });
  expect(JSON.stringify(json)).not.toContain("poll");
});

test("names in a zip lead nowhere else", async () => {
  const evil = await zip({ "aa/bb.md": "x" });
  const renamed = Buffer.from(evil.toString("latin1").replaceAll("aa/bb.md", "../bb.md"), "latin1");
  await rejects(unpackArchive(renamed), { code: "docs.import-broken" });
});

test("tables, pictures and lists that no document could hold are cut, and whoever brings them is told", async () => {
  const { bring, says } = await importingHall();
  const row = (nth: number) => `<tr>${`<td>${nth}</td>`.repeat(50)}</tr>`;
  const nested = `${"<ul><li>x".repeat(50)}${"</li></ul>".repeat(50)}`;
  const pictures = '<img src="https://pictures.example/a.png">'.repeat(1_000);
  const page = `<h1>Much</h1><table>${Array.from({ length: 500 }, (_, nth) => row(nth)).join("")}</table>${nested}${pictures}`;
  const { top, cuts } = await bring("much.html", page);
  expect(cuts.map(({ what }) => what).toSorted()).toEqual(["columns", "depth", "images", "rows"]);
  const blocks = (await says(top[0] ?? newId<"document">())).content ?? [];
  expect(blocks.filter(({ type }) => type === "image")).toHaveLength(100);
});

test("nobody brings anything in where they may not write, and nobody learns of what they may not see", async () => {
  const { bring, document, as, lin, chen, spaceId } = await importingHall();
  const plan = await document("Plan");
  await rejects(bring("a.md", "x", { who: chen }), { code: "core.not-found" });
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { spaceId }, grantee: { kind: "person", personId: chen.personId }, role: "view" }),
  );
  await rejects(bring("a.md", "x", { who: chen, parentId: plan }), { code: "core.forbidden" });
});

test("what is taken along is what whoever takes it may see, in every format; and a space comes back as it was", async () => {
  const { bring, take, document, as, lin, chen, below, spaceId, says } = await importingHall();
  await bring(
    "fair.zip",
    await zip({
      "Fair.md": "# 茶会\n\n- [x] 订场地\n\n![Hall](hall.png)\n",
      "Fair/Stalls.md": "摊位 **表**\n",
      "hall.png": tinyPicture,
    }),
  );
  const secret = await document("Secret");
  const [fair] = await below(null);
  const documentId = fair?.id ?? newId<"document">();
  for (const format of ["pdf", "docx", "html", "md"] as const) {
    const made = await take({ documentId, below: true }, format);
    expect(made.bytes.length).toBeGreaterThan(100);
    expect(made.name).toMatch(/^茶会\./);
    await rejects(take({ documentId, below: true }, format, chen), { code: "core.not-found" });
  }
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { documentId }, grantee: { kind: "person", personId: chen.personId }, role: "view" }),
  );
  const theirs = await unpackArchive((await take({ spaceId }, "md", chen)).bytes);
  expect(theirs.map(({ path }) => path).toSorted()).toEqual(["files/hall.png", "茶会.md", "茶会/Stalls.md"]);
  await rejects(take({ documentId: secret, below: false }, "html", chen), { code: "core.not-found" });
  const all = await take({ spaceId }, "html");
  const brought = await bring("back.zip", all.bytes);
  expect(brought).toMatchObject({ documents: 3, files: 1 });
  const again = (await below(null)).filter(({ title }) => title === "茶会").at(-1);
  const [before, after] = [await says(documentId), await says(again?.id ?? newId<"document">())];
  expect(documentText(after)).toEqual(documentText(before));
  expect((await as(lin, (ctx) => getDocument(ctx, again?.id ?? documentId))).title).toBe("茶会");
});
