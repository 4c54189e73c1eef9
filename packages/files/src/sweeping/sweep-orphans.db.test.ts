import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@guildhall/core";
import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { beforeEach, expect, test } from "vitest";
import { deleteFile } from "../files/delete-file.ts";
import { findFile } from "../files/file.queries.ts";
import { makeRenditions } from "../pictures/make-renditions.ts";
import { receiveFile } from "../receiving/receive-file.ts";
import { orphanGraceMs } from "../receiving/received-file.ts";
import { storageKeySchema } from "../store/storage-key.ts";
import { pictureOf } from "../test/pictures.ts";
import { storeFile } from "../test/store-file.ts";
import { allIn, temporaryStore } from "../test/temporary-store.ts";
import { sweepOrphans } from "./sweep-orphans.ts";
import { deleteUnnamed } from "./unnamed-bytes.ts";

const db = useDatabase();
const disk = temporaryStore();
let hall: GivenTenant;

beforeEach(async () => {
  await db.owner.query("truncate tenant cascade");
  for (const { key } of await allIn(disk.store)) await disk.store.delete(key);
  hall = await given(db).tenant();
});

const limitBytes = 1_000_000;
const subject = { type: "person", id: newId() };
const store = async (tenant = hall) =>
  tenant.inside(async (ctx) =>
    storeFile(ctx, disk.store, { content: await pictureOf("png", 300, 200), name: "x.png", limitBytes, subject }),
  );
const keys = async () => (await allIn(disk.store)).map(({ key }) => key);
const tomorrow = () => new Date(Date.now() + orphanGraceMs + 60_000);

const storeAndFail = () =>
  hall.inside(async (ctx) => {
    await storeFile(ctx, disk.store, { content: Buffer.from("never mind"), name: "x", limitBytes, subject });
    throw new Error("the command refused after all");
  });

/** As if all that lies there had been put two days ago. */
async function ageEverything(): Promise<void> {
  const then = new Date(Date.now() - 2 * orphanGraceMs);
  const entries = await readdir(disk.directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), then, then);
}

/** Every key that a row names, past row-level security. */
async function named(): Promise<string[]> {
  const { rows } = await db.owner.query<{ storage_key: string }>(
    "select storage_key from file union all select storage_key from file_rendition",
  );
  return rows.map((row) => row.storage_key).sort();
}

test("bytes whose process died before the commit are swept after the grace, and nothing else is", async () => {
  const kept = await store();
  await makeRenditions(db.database, disk.store, { tenantId: hall.tenant.id, fileId: kept.id });
  await receiveFile(disk.store, hall.tenant.id, {
    content: Buffer.from("the process dies here"),
    name: "x",
    limitBytes,
  });
  expect(await keys()).toHaveLength(4);

  expect(await sweepOrphans(db.database, disk.store)).toEqual({ deleted: 0, strangers: 0 });
  expect(await keys()).toHaveLength(4);
  expect(await sweepOrphans(db.database, disk.store, tomorrow())).toEqual({ deleted: 1, strangers: 0 });
  expect((await keys()).toSorted()).toEqual(await named());
});

test("bytes of a transaction that was rolled back are swept", async () => {
  await expect(storeAndFail()).rejects.toThrow("refused after all");
  expect(await keys()).toHaveLength(1);
  expect(await named()).toEqual([]);
  expect(await sweepOrphans(db.database, disk.store, tomorrow())).toEqual({ deleted: 1, strangers: 0 });
  expect(await keys()).toEqual([]);
});

test("however stores, rollbacks, deletions and sweeps are mixed, no row lacks its bytes", async () => {
  const other = await given(db).tenant();
  for (let round = 0; round < 6; round++) {
    const [first] = await Promise.all([
      store(),
      store(other),
      sweepOrphans(db.database, disk.store),
      expect(storeAndFail()).rejects.toThrow("refused after all"),
    ]);
    if (round % 2) await hall.inside((ctx) => deleteFile(ctx, first.id));
    const stored = new Set<string>(await keys());
    for (const key of await named()) expect(stored).toContain(key);
    await ageEverything();
  }
  await sweepOrphans(db.database, disk.store);
  expect((await keys()).toSorted()).toEqual(await named());
  expect(await named()).toHaveLength(6 * 2 - 3);
});

test("it is the grace that keeps the bytes of a file under way: swept without it, they would be gone", async () => {
  const file = await hall.inside(async (ctx) => {
    const stored = await storeFile(ctx, disk.store, {
      content: Buffer.from("under way"),
      name: "x",
      limitBytes,
      subject,
    });
    expect(await sweepOrphans(db.database, disk.store)).toMatchObject({ deleted: 0 });
    expect(await keys()).toHaveLength(1);
    expect(await sweepOrphans(db.database, disk.store, tomorrow())).toMatchObject({ deleted: 1 });
    return stored;
  });
  expect(await hall.inside((ctx) => findFile(ctx, file.id))).toMatchObject({ id: file.id });
  expect(await keys()).toEqual([]);
});

test("many orphans of many tenants are swept in batches", async () => {
  const halls = [hall, await given(db).tenant(), await given(db).tenant()];
  const content = Buffer.from("left behind");
  for (const { tenant } of halls)
    for (let count = 0; count < (tenant === hall.tenant ? 501 : 2); count++)
      await receiveFile(disk.store, tenant.id, { content, name: "x", limitBytes });
  expect(await sweepOrphans(db.database, disk.store, tomorrow())).toEqual({ deleted: 505, strangers: 0 });
});

test("bytes of a tenant that this database does not know are not ours to delete", async () => {
  await receiveFile(disk.store, newId(), { content: Buffer.from("another installation's"), name: "x", limitBytes });
  expect(await sweepOrphans(db.database, disk.store, tomorrow())).toEqual({ deleted: 0, strangers: 1 });
  expect(await keys()).toHaveLength(1);
});

test("the bytes of a deleted file go, those of one that is there do not, whoever asks", async () => {
  const gone = await store();
  const { storageKey } = await hall.inside((ctx) => findFile(ctx, gone.id));
  await hall.inside((ctx) => deleteFile(ctx, gone.id));
  await store();
  const all = (await keys()).map((key) => storageKeySchema.parse(key));
  expect(await deleteUnnamed({ database: db.database, store: disk.store }, hall.tenant.id, all)).toBe(1);
  expect(await keys()).not.toContain(storageKey);
  expect(await keys()).toEqual(await named());
});
