import { type Id, newId } from "@guildhall/core";
import { actorWith, type GivenTenant, given, testNow, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { receiveFile } from "../receiving/receive-file.ts";
import { receivedForMs } from "../receiving/received-file.ts";
import { enqueuedJobs } from "../test/enqueued-jobs.ts";
import { pictureOf } from "../test/pictures.ts";
import { storeFile } from "../test/store-file.ts";
import { allIn, bytesIn, temporaryStore } from "../test/temporary-store.ts";
import { deleteFile } from "./delete-file.ts";
import { findFile, listFilesOf, listTenantFiles } from "./file.queries.ts";
import { recordFile } from "./record-file.ts";

const db = useDatabase();
const disk = temporaryStore();
let yuanshan: GivenTenant;
let chen: Id<"person">;

beforeAll(async () => {
  yuanshan = await given(db).tenant();
  chen = await yuanshan.person("陈雨泽");
});

const limitBytes = 1_000_000;
const note = (text = "周六见") => ({ content: Buffer.from(text), name: "说明.txt", limitBytes });

test("a stored file is a row, its bytes and a fact", async () => {
  const file = await yuanshan.inside(
    (ctx) => storeFile(ctx, disk.store, { ...note(), subject: { type: "person", id: chen } }),
    actorWith(chen),
  );
  expect(file).toMatchObject({
    subject: { type: "person", id: chen },
    name: "说明.txt",
    mediaType: "text/plain",
    category: "text",
    size: 9,
    width: null,
    createdAt: testNow,
    createdByPersonId: chen,
  });
  expect(file).not.toHaveProperty("storageKey");
  const found = await yuanshan.inside((ctx) => findFile(ctx, file.id));
  expect(found).toMatchObject(file);
  expect((await bytesIn(disk.store, found.storageKey))?.toString()).toBe("周六见");
  const facts = await yuanshan.inside((ctx) =>
    ctx.db.selectFrom("fact").select("payload").where("name", "=", "files.file-stored").execute(),
  );
  expect(facts).toContainEqual({ payload: { fileId: file.id } });
});

test("received bytes become a file once, in their own tenant, and not half a day later", async () => {
  const received = await receiveFile(disk.store, yuanshan.tenant.id, note());
  const record = (changed: Partial<typeof received> = {}, tenant = yuanshan) =>
    tenant.inside((ctx) => recordFile(ctx, { ...received, ...changed }, { type: "person", id: chen }));

  await expect(record({}, await given(db).tenant())).rejects.toThrow("another tenant");
  await expect(
    record({ receivedAt: new Date(received.receivedAt.getTime() - receivedForMs - 1) }),
  ).rejects.toMatchObject({
    kind: "unavailable",
    code: "files.upload-interrupted",
  });
  await record();
  await expect(record()).rejects.toThrow("storage_key");
});

test("somebody else's file is not found, cannot be deleted, and is on no list", async () => {
  const file = await yuanshan.inside((ctx) =>
    storeFile(ctx, disk.store, { ...note(), subject: { type: "person", id: chen } }),
  );
  const lake = await given(db).tenant({ name: "湖边茶馆" });
  await expect(lake.inside((ctx) => findFile(ctx, file.id))).rejects.toMatchObject({ kind: "not-found" });
  await expect(lake.inside((ctx) => deleteFile(ctx, file.id))).rejects.toMatchObject({ kind: "not-found" });
  const page = { size: 50, cursor: null };
  expect((await lake.inside((ctx) => listTenantFiles(ctx, page))).rows).toEqual([]);
  expect((await lake.inside((ctx) => listFilesOf(ctx, file.subject, page))).rows).toEqual([]);
  expect(await yuanshan.inside((ctx) => findFile(ctx, file.id))).toMatchObject({ id: file.id });
});

test("a tenant's files are listed page by page, each once, with what is needed to carry them away", async () => {
  const hall = await given(db).tenant();
  const subject = { type: "document", id: newId() };
  for (let count = 0; count < 5; count++)
    await hall.inside((ctx) => storeFile(ctx, disk.store, { ...note(`第${count}篇`), subject }));

  const texts: (string | undefined)[] = [];
  for (let cursor: string | null = null, pages = 0; pages === 0 || cursor; pages++) {
    const page = await hall.inside((ctx) => listTenantFiles(ctx, { size: 2, cursor }));
    for (const { storageKey } of page.rows) texts.push((await bytesIn(disk.store, storageKey))?.toString());
    cursor = page.next;
  }
  expect(texts).toEqual(["第0篇", "第1篇", "第2篇", "第3篇", "第4篇"]);
  const ofSubject = await hall.inside((ctx) => listFilesOf(ctx, subject, { size: 50, cursor: null }));
  expect(ofSubject.rows).toHaveLength(5);
});

test("a deleted file is gone, and its bytes are put on the list of what to delete, in the same transaction", async () => {
  const file = await yuanshan.inside((ctx) =>
    storeFile(ctx, disk.store, { ...note(), subject: { type: "person", id: chen } }),
  );
  const { storageKey } = await yuanshan.inside((ctx) => findFile(ctx, file.id));
  const deletions = async () => (await enqueuedJobs(db)).filter(({ task }) => task === "files.delete-bytes");

  const undecided = yuanshan.inside(async (ctx) => {
    await deleteFile(ctx, file.id);
    throw new Error("changed my mind");
  });
  await expect(undecided).rejects.toThrow("changed my mind");
  expect(await deletions()).toEqual([]);

  await yuanshan.inside((ctx) => deleteFile(ctx, file.id));
  await expect(yuanshan.inside((ctx) => findFile(ctx, file.id))).rejects.toMatchObject({ kind: "not-found" });
  expect((await deletions()).map(({ payload }) => payload)).toEqual([
    { tenantId: yuanshan.tenant.id, keys: [storageKey] },
  ]);
});

test("a file that is somebody's face is in use", async () => {
  const file = await yuanshan.inside(async (ctx) => {
    const stored = await storeFile(ctx, disk.store, {
      content: await pictureOf("png"),
      name: "face.png",
      limitBytes,
      accept: ["image"],
      subject: { type: "person", id: chen },
    });
    await ctx.db.updateTable("person").set({ avatar_file_id: stored.id }).where("id", "=", chen).execute();
    return stored;
  });
  await expect(yuanshan.inside((ctx) => deleteFile(ctx, file.id))).rejects.toMatchObject({
    kind: "conflict",
    code: "files.in-use",
  });
});

test("an upload that fails leaves neither row nor bytes", async () => {
  const hall = await given(db).tenant();
  const store = (upload: { content: Uint8Array; limitBytes: number }) =>
    hall.inside((ctx) =>
      storeFile(ctx, disk.store, { name: "x", accept: ["image"], subject: { type: "person", id: newId() }, ...upload }),
    );
  await expect(store({ content: Buffer.from("<svg/>"), limitBytes })).rejects.toMatchObject({
    code: "files.type-refused",
  });
  await expect(store({ content: await pictureOf("png"), limitBytes: 10 })).rejects.toMatchObject({
    code: "files.too-large",
  });
  await expect(store({ content: Buffer.from("GIF89a<script>"), limitBytes })).rejects.toMatchObject({
    code: "files.image-unreadable",
  });
  expect((await hall.inside((ctx) => listTenantFiles(ctx, { size: 50, cursor: null }))).rows).toEqual([]);
  expect((await allIn(disk.store)).filter(({ key }) => key.startsWith(hall.tenant.id))).toEqual([]);
});
