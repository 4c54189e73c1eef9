import { Readable } from "node:stream";
import { newId } from "@guildhall/core";
import { beforeAll, expect, test } from "vitest";
import { newStorageKey } from "../store/storage-key.ts";
import { temporaryStore } from "../test/temporary-store.ts";
import { fileResponse } from "./file-response.ts";
import type { OpenFile } from "./open-file.ts";

const disk = temporaryStore();
const key = newStorageKey(newId());
const opened: Readable[] = [];

const file: OpenFile = {
  name: "名单.txt",
  mediaType: "text/plain",
  size: 10,
  disposition: "attachment",
  etag: '"one"',
  lasting: true,
  read: async (range) => {
    const stored = await disk.store.get(key, range);
    if (!stored) throw new Error("The test's file is missing.");
    opened.push(stored.stream);
    return stored.stream;
  },
};

beforeAll(() => disk.store.put(Readable.from([Buffer.from("0123456789")]), key));

const ask = (
  headers: Record<string, string> = {},
  { method = "GET", ...changes }: Partial<OpenFile> & { method?: string } = {},
) => fileResponse({ ...file, ...changes }, new Request("https://hall.example/files/x", { method, headers }));

test("a whole file comes with headers under which no browser runs it", async () => {
  const response = await ask();
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("0123456789");
  expect(Object.fromEntries(response.headers)).toEqual({
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=31536000, immutable",
    "content-disposition": "attachment; filename=\"_.txt\"; filename*=UTF-8''%E5%90%8D%E5%8D%95.txt",
    "content-length": "10",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-type": "text/plain",
    "cross-origin-resource-policy": "same-origin",
    etag: '"one"',
    vary: "Cookie",
    "x-content-type-options": "nosniff",
  });
});

test("a part of it is 206, and says which", async () => {
  const response = await ask({ Range: "bytes=2-4" });
  expect(response.status).toBe(206);
  expect(response.headers.get("Content-Range")).toBe("bytes 2-4/10");
  expect(response.headers.get("Content-Length")).toBe("3");
  expect(await response.text()).toBe("234");
});

test("a part beyond the end is 416", async () => {
  const response = await ask({ Range: "bytes=10-" });
  expect([response.status, response.headers.get("Content-Range"), await response.text()]).toEqual([
    416,
    "bytes */10",
    "",
  ]);
});

test("a part of what has changed since is the whole", async () => {
  expect((await ask({ Range: "bytes=2-4", "If-Range": '"one"' })).status).toBe(206);
  const whole = await ask({ Range: "bytes=2-4", "If-Range": '"other"' });
  expect([whole.status, await whole.text()]).toEqual([200, "0123456789"]);
});

test.each(['"one"', 'W/"one"', '"zero", "one"', "*"])("who has %s already gets no bytes", async (known) => {
  const before = opened.length;
  const response = await ask({ "If-None-Match": known, Range: "bytes=2-4" });
  expect([response.status, response.headers.get("ETag"), await response.text()]).toEqual([304, '"one"', ""]);
  expect(opened).toHaveLength(before);
});

test("who has another one gets this", async () => {
  expect((await ask({ "If-None-Match": '"zero"' })).status).toBe(200);
});

test("HEAD answers without opening the file", async () => {
  const before = opened.length;
  const response = await ask({}, { method: "HEAD" });
  expect([response.status, response.headers.get("Content-Length"), response.body]).toEqual([200, "10", null]);
  expect(opened).toHaveLength(before);
});

test("what is not the last word is asked for again", async () => {
  const response = await ask({}, { lasting: false });
  expect(response.headers.get("Cache-Control")).toBe("private, no-cache");
});

test("a reader who goes away leaves no file open", async () => {
  await (await ask()).body?.cancel();
  expect(opened.at(-1)?.destroyed).toBe(true);
  const reader = (await ask()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(opened.at(-1)?.destroyed).toBe(true);
});
