import { Readable } from "node:stream";
import { newId } from "@guildhall/core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { S3StandIn } from "../test/s3-stand-in.ts";
import { describeStore } from "../test/store-contract.ts";
import { allIn } from "../test/temporary-store.ts";
import type { FileStore } from "./file-store.ts";
import { type S3Settings, s3Store } from "./s3-store.ts";
import { newStorageKey } from "./storage-key.ts";

const s3 = new S3StandIn();
let settings: S3Settings;
let store: FileStore;

beforeAll(async () => {
  settings = await s3.start();
  store = s3Store(settings);
});
beforeEach(() => {
  s3.calls.length = 0;
});
afterAll(() => s3.stop());

describeStore("a store in a bucket", () => store);

test("small content goes in one request, large content in parts", async () => {
  await store.put(Readable.from([Buffer.from("small")]), newStorageKey(newId()));
  expect(s3.calls).toEqual(["PUT object"]);
  s3.calls.length = 0;
  await store.put(
    Readable.from([Buffer.alloc(7 * 1024 * 1024), Buffer.alloc(5 * 1024 * 1024)]),
    newStorageKey(newId()),
  );
  expect(s3.calls.toSorted()).toEqual(["POST part", "POST uploads", "PUT part", "PUT part", "PUT part"]);
});

test("parts of an upload that broke off are taken back; those of a process that died, when they are old", async () => {
  expect(s3.uploads.size).toBe(0); // the contract broke one off
  s3.uploads.set("died", { key: newStorageKey(newId()), parts: new Map(), at: new Date("2026-01-01") });
  s3.uploads.set("strangers", { key: "backup/big.tar", parts: new Map(), at: new Date("2026-01-01") });
  s3.uploads.set("running", { key: newStorageKey(newId()), parts: new Map(), at: new Date("2026-03-01") });
  await store.discardUnfinished(new Date("2026-02-01"));
  expect([...s3.uploads.keys()]).toEqual(["strangers", "running"]);
});

test("what others keep in the bucket is not listed", async () => {
  s3.objects.set("backup/big.tar", { bytes: Buffer.from("x"), at: new Date() });
  const listed = await allIn(store);
  expect(listed).toHaveLength(s3.objects.size - 1);
});

test("a store that refuses is an error, not an empty answer", async () => {
  const stranger = s3Store({ ...settings, accessKeyId: "AKIANOBODY" });
  await expect(stranger.get(newStorageKey(newId()))).rejects.toThrow("not signed");
  await expect(stranger.put(Readable.from([Buffer.from("x")]), newStorageKey(newId()))).rejects.toThrow("not signed");
});
