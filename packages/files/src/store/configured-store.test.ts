import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parseConfig } from "@guildhall/config";
import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { S3StandIn } from "../test/s3-stand-in.ts";
import { temporaryStore } from "../test/temporary-store.ts";
import { openFileStore } from "./configured-store.ts";
import { newStorageKey } from "./storage-key.ts";

const disk = temporaryStore();
const content = () => Readable.from([Buffer.from("x")]);

test("without a bucket, files lie in the data folder", async () => {
  const key = newStorageKey(newId());
  await openFileStore(parseConfig({ NODE_ENV: "test", DATA_DIR: disk.directory })).put(content(), key);
  expect(await readdir(join(disk.directory, "files"))).toEqual([key.split("/")[0]]);
});

test("with a bucket, they lie there", async () => {
  const s3 = new S3StandIn();
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = await s3.start();
  const config = parseConfig({
    NODE_ENV: "test",
    S3_ENDPOINT: endpoint,
    S3_REGION: region,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  });
  const key = newStorageKey(newId());
  await openFileStore(config).put(content(), key);
  expect([...s3.objects.keys()]).toEqual([key]);
  await s3.stop();
});
