import { idSchema, newId } from "@guildhall/core";
import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { deleteFile } from "../files/delete-file.ts";
import { storageKeySchema } from "../store/storage-key.ts";
import { enqueuedJobs } from "../test/enqueued-jobs.ts";
import { phonePicture } from "../test/pictures.ts";
import { storeFile } from "../test/store-file.ts";
import { allIn, bytesIn, temporaryStore } from "../test/temporary-store.ts";
import { makeRenditions } from "./make-renditions.ts";

const db = useDatabase();
const disk = temporaryStore();
let hall: GivenTenant;

beforeAll(async () => {
  hall = await given(db).tenant();
});

/** A picture of 400 × 200 on its side, and the job that storing it enqueued. */
async function givenPicture() {
  const upload = { content: await phonePicture(400, 200), name: "合影.jpg", limitBytes: 1_000_000 };
  const { id } = await hall.inside((ctx) =>
    storeFile(ctx, disk.store, { ...upload, subject: { type: "person", id: newId() } }),
  );
  const payload = z.object({ tenantId: idSchema("tenant"), fileId: idSchema("file") });
  const jobs = (await enqueuedJobs(db))
    .filter(({ task }) => task === "files.make-renditions")
    .map((job) => payload.parse(job.payload));
  const job = jobs.find(({ fileId }) => fileId === id);
  if (!job) throw new Error("Storing a picture enqueued nothing.");
  return { id, job };
}

const renditionsOf = (fileId: Awaited<ReturnType<typeof givenPicture>>["id"]) =>
  hall.inside((ctx) =>
    ctx.db.selectFrom("file_rendition").selectAll().where("file_id", "=", fileId).orderBy("width").execute(),
  );

const objects = async () => (await allIn(disk.store)).length;

test("a picture gets its renditions: upright, WebP, never enlarged, without the place where it was taken", async () => {
  const { id, job } = await givenPicture();
  await makeRenditions(db.database, disk.store, job);
  const renditions = await renditionsOf(id);
  expect(renditions.map(({ width, height }) => [width, height])).toEqual([
    [96, 192],
    [200, 400],
  ]);
  for (const { storage_key, size, width, height } of renditions) {
    const bytes = await bytesIn(disk.store, storageKeySchema.parse(storage_key));
    expect(bytes?.length).toBe(size);
    const found = await sharp(bytes ?? Buffer.alloc(0)).metadata();
    expect(found).toMatchObject({ format: "webp", width, height });
    expect(found.exif).toBeUndefined();
  }
});

test("run again, or by two at once, they are made once, and nothing is left over", async () => {
  const { id, job } = await givenPicture();
  const before = await objects();
  await Promise.all([makeRenditions(db.database, disk.store, job), makeRenditions(db.database, disk.store, job)]);
  await makeRenditions(db.database, disk.store, job);
  expect(await renditionsOf(id)).toHaveLength(2);
  expect(await objects()).toBe(before + 2);
});

test("of a picture that was deleted meanwhile there are none", async () => {
  const { id, job } = await givenPicture();
  await hall.inside((ctx) => deleteFile(ctx, id));
  const before = await objects();
  await makeRenditions(db.database, disk.store, job);
  expect(await objects()).toBe(before);
});

test("deleting a picture takes its renditions along", async () => {
  const { id, job } = await givenPicture();
  await makeRenditions(db.database, disk.store, job);
  const keys = (await renditionsOf(id)).map((row) => row.storage_key);
  await hall.inside((ctx) => deleteFile(ctx, id));
  expect(await renditionsOf(id)).toEqual([]);
  const deletion = (await enqueuedJobs(db)).findLast(({ task }) => task === "files.delete-bytes");
  expect(deletion?.payload).toMatchObject({ keys: expect.arrayContaining(keys) });
});
