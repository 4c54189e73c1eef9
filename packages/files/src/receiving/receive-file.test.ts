import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { type Id, newId } from "@guildhall/core";
import { growthDuring } from "@guildhall/testing";
import { expect, test } from "vitest";
import { bomb, type PictureFormat, phonePicture, pictureOf } from "../test/pictures.ts";
import { bytesIn, temporaryStore } from "../test/temporary-store.ts";
import { receiveFile } from "./receive-file.ts";
import type { Upload } from "./received-file.ts";

const disk = temporaryStore();
const megabyte = 1024 * 1024;
const tenantId: Id<"tenant"> = newId();

const receive = (upload: Partial<Upload> & Pick<Upload, "content">) =>
  receiveFile(disk.store, tenantId, { name: "upload", limitBytes: megabyte, ...upload });

test("what is received lies in the store, measured", async () => {
  const content = Buffer.from("姓名,电话\n陈雨泽,13800000000\n");
  const received = await receive({ content, name: "名单.csv" });
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(received).toMatchObject({
    name: "名单.csv",
    mediaType: "text/csv",
    size: content.length,
    sha256,
    picture: null,
  });
  expect(await bytesIn(disk.store, received.storageKey)).toEqual(content);
});

test("an upload that is too large is stopped at the limit, and its sender let go", async () => {
  const sender = sending(100, 65_536);
  await expect(receive({ content: sender.chunks })).rejects.toMatchObject({
    kind: "too-large",
    code: "files.too-large",
    params: { limit: megabyte },
  });
  expect(sender.sent()).toBe(17);
  expect(sender.released()).toBe(true);
  expect(await receive({ content: Buffer.alloc(megabyte) })).toMatchObject({ size: megabyte });
  await expect(receive({ content: Buffer.alloc(megabyte + 1) })).rejects.toMatchObject({ code: "files.too-large" });
});

test("where pictures are asked for, nothing else comes in, and its sender is let go at once", async () => {
  const sender = sending(100, 65_536, Buffer.from("<svg onload='alert(1)'>"));
  await expect(receive({ content: sender.chunks, name: "logo.png", accept: ["image"] })).rejects.toMatchObject({
    kind: "invalid",
    code: "files.type-refused",
    params: { mediaType: "image/svg+xml" },
  });
  expect(sender.sent()).toBeLessThan(3);
  expect(sender.released()).toBe(true);
  expect(await receive({ content: await pictureOf("png"), name: "a.html", accept: ["image"] })).toMatchObject({
    mediaType: "image/png",
  });
});

test.each<PictureFormat>(["jpeg", "png", "webp", "gif", "avif"])("a %s is measured as one sees it", async (format) => {
  expect(await receive({ content: await pictureOf(format, 40, 20) })).toMatchObject({
    picture: { width: 40, height: 20 },
  });
});

test("a phone's picture that lies on its side stands upright", async () => {
  expect(await receive({ content: await phonePicture(40, 20) })).toMatchObject({ picture: { width: 20, height: 40 } });
});

test.each<[string, () => Promise<Uint8Array>]>([
  ["begins as a GIF and goes on as HTML", async () => Buffer.from("GIF89a/*<html><script>*/=1;alert(1)//</script>")],
  ["breaks off", async () => (await pictureOf("jpeg", 400, 400)).subarray(0, 900)],
  ["is damaged in the middle", async () => (await pictureOf("png", 400, 400)).fill(0, 200, 260)],
  ["has nothing after its first bytes", async () => (await pictureOf("webp")).subarray(0, 16)],
])("a picture that %s is unreadable, and not kept", async (_, content) => {
  await expect(receive({ content: await content() })).rejects.toMatchObject({
    kind: "invalid",
    code: "files.image-unreadable",
  });
});

test("a picture that would fill the memory is refused by its header", async () => {
  await expect(receive({ content: bomb(60_000, 60_000) })).rejects.toMatchObject({
    kind: "too-large",
    code: "files.image-too-large",
  });
});

test("an empty file is refused", async () => {
  await expect(receive({ content: new Uint8Array() })).rejects.toMatchObject({ code: "files.empty" });
});

test("a stream is read once: a repeated transaction gets an error, not an empty file", async () => {
  const { chunks } = sending(1, 10);
  await receive({ content: chunks });
  await expect(receive({ content: chunks })).rejects.toMatchObject({
    kind: "unavailable",
    code: "files.upload-interrupted",
  });
});

test("an upload that breaks off is an error and leaves nothing", async () => {
  const before = await objects();
  await expect(receive({ content: breakingOff() })).rejects.toThrow("the line went dead");
  expect(await objects()).toBe(before);
});

test("a hundred megabytes pass through in a few", async () => {
  const grown = await growthDuring(async (look) => {
    const sender = sending(1600, 65_536, undefined, look);
    const received = await receive({ content: sender.chunks, limitBytes: 101 * megabyte });
    expect(received.size).toBe(100 * megabyte);
  });
  expect(grown).toBeLessThan(16);
});

/** A sender of `count` chunks, who knows how many were taken and whether it was let go. */
function sending(count: number, size: number, first?: Uint8Array, onChunk: () => void = () => undefined) {
  let sent = 0;
  let released = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (; sent < count; ) {
        sent++;
        onChunk();
        yield sent === 1 && first ? first : Buffer.alloc(size, "x");
      }
    } finally {
      released = true;
    }
  }
  return { chunks: chunks(), sent: () => sent, released: () => released };
}

async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(200_000, "x");
  throw new Error("the line went dead");
}

async function objects(): Promise<number> {
  const entries = await readdir(disk.directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
