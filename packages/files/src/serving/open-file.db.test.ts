import { type Id, newId, visitor } from "@guildhall/core";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { deleteFile } from "../files/delete-file.ts";
import { findFile } from "../files/file.queries.ts";
import type { RenditionWidth } from "../pictures/limits.ts";
import { makeRenditions } from "../pictures/make-renditions.ts";
import { pictureOf } from "../test/pictures.ts";
import { storeFile } from "../test/store-file.ts";
import { temporaryStore } from "../test/temporary-store.ts";
import { fileAccess } from "./file-access.ts";
import { fileResponse } from "./file-response.ts";
import { openFile } from "./open-file.ts";

const db = useDatabase();
const disk = temporaryStore();
let hall: GivenTenant;
let chen: Id<"person">;

beforeAll(async () => {
  hall = await given(db).tenant();
  chen = await hall.person("陈雨泽");
});

const access = fileAccess({
  person: async (ctx, personId) => ctx.actor.kind === "person" && ctx.actor.personId === personId,
});
const store = (content: Uint8Array, name: string, type = "person") =>
  hall.inside((ctx) =>
    storeFile(ctx, disk.store, { content, name, limitBytes: 1_000_000, subject: { type, id: chen } }),
  );
const open = (
  fileId: Id<"file">,
  {
    width,
    as = actorWith(chen),
    tenant = hall,
  }: { width?: RenditionWidth; as?: typeof visitor; tenant?: GivenTenant } = {},
) => tenant.inside((ctx) => openFile(ctx, disk.store, access, fileId, { width }), as);
const get = (headers: Record<string, string> = {}) => new Request("https://hall.example/files/x", { headers });

test("who may see the subject gets the file; for anybody else there is none", async () => {
  const { id } = await store(Buffer.from("周六见"), "说明.txt");
  const response = await fileResponse(await open(id), get());
  expect([response.status, await response.text()]).toEqual([200, "周六见"]);
  await expect(open(id, { as: actorWith(newId()) })).rejects.toMatchObject({ kind: "not-found" });
  await expect(open(id, { as: visitor })).rejects.toMatchObject({ kind: "not-found" });
  await expect(open(id, { tenant: await given(db).tenant() })).rejects.toMatchObject({ kind: "not-found" });
  await expect(open(newId())).rejects.toMatchObject({ kind: "not-found" });
});

test.each(["document", "constructor", "__proto__", "toString"])(
  "a subject of type %s, for which nobody answers, is seen by nobody",
  async (type) => {
    const { id } = await store(Buffer.from("secret"), "x.txt", type);
    await expect(open(id)).rejects.toMatchObject({ kind: "not-found" });
  },
);

test.each([
  ["page.png", "<!doctype html><script>alert(1)</script>", "application/octet-stream"],
  ["logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "application/octet-stream"],
  ["run.js", "alert(1)", "text/plain"],
  ["form.pdf", "%PDF-1.7\n/JavaScript", "application/pdf"],
])("%s is only ever saved", async (name, content, type) => {
  const { id } = await store(Buffer.from(content), name);
  const { headers } = await fileResponse(await open(id), get());
  expect(headers.get("Content-Type")).toBe(type);
  expect(headers.get("Content-Disposition")).toMatch(/^attachment;/);
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
});

test("a picture is shown in the width that fits, once it is made, and as it came until then", async () => {
  const { id, size } = await store(await pictureOf("png", 500, 250), "合影.png");
  const early = await open(id, { width: 320 });
  expect(early).toMatchObject({ mediaType: "image/png", size, disposition: "inline", lasting: false });

  await makeRenditions(db.database, disk.store, { tenantId: hall.tenant.id, fileId: id });
  const later = await open(id, { width: 320 });
  expect(later).toMatchObject({ name: "合影.webp", mediaType: "image/webp", disposition: "inline", lasting: true });
  expect(later.etag).not.toBe(early.etag);
  const sizes = await Promise.all(
    ([96, 320, 960, 1920] as const).map(async (width) => (await open(id, { width })).size),
  );
  expect(sizes[0]).toBeLessThan(sizes[1] ?? 0);
  expect(sizes[2]).toBe(sizes[3]); // both are the picture's own 500
  expect(await open(id)).toMatchObject({ name: "合影.png", mediaType: "image/png", size, lasting: true });
});

test("what a client has already is not sent again, and a part is sent as a part", async () => {
  const { id } = await store(Buffer.from("0123456789"), "x.txt");
  const file = await open(id);
  expect((await fileResponse(file, get({ "If-None-Match": file.etag }))).status).toBe(304);
  const part = await fileResponse(file, get({ Range: "bytes=-3" }));
  expect([part.status, await part.text()]).toEqual([206, "789"]);
});

test("bytes that went between the decision and the reading are not found", async () => {
  const { id } = await store(Buffer.from("soon gone"), "x.txt");
  const file = await open(id);
  const { storageKey } = await hall.inside((ctx) => findFile(ctx, id));
  await hall.inside((ctx) => deleteFile(ctx, id));
  await disk.store.delete(storageKey);
  await expect(fileResponse(file, get())).rejects.toMatchObject({ kind: "not-found" });
});
