import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import tar from "tar-stream";
import { expect, test } from "vitest";
import { readArchive } from "./read-archive.ts";
import { type ArchiveWriter, writeArchive } from "./write-archive.ts";
import { writeParts } from "./write-parts.ts";

type Header = Partial<tar.Header> & Pick<tar.Header, "name">;

async function archiveOf(work: (archive: ArchiveWriter) => Promise<void>): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(out),
    writeArchive(out, async (archive) => {
      await work(archive);
      return { rows: 3 };
    }),
  ]);
  return bytes;
}

async function entriesOf(bytes: Buffer): Promise<{ entries: Map<string, string>; seal: unknown }> {
  const entries = new Map<string, string>();
  const seal = await readArchive(Readable.from([bytes]), async ({ name, content }) => {
    entries.set(name, (await buffer(Readable.from(content))).toString());
  });
  return { entries, seal };
}

const small = () =>
  archiveOf(async (archive) => {
    await archive.add("manifest.json", "{}");
    await archive.addStream("files/a", 5, Readable.from([Buffer.from("he"), Buffer.from("llo")]));
    await archive.addStream("files/empty", 0, Readable.from([]));
  });

async function tarOf(entries: readonly Header[], content = "x"): Promise<Buffer> {
  const pack = tar.pack();
  for (const header of entries) pack.entry(header, header.type && header.type !== "file" ? "" : content);
  pack.finalize();
  return gzipSync(await buffer(pack));
}

test("what is put in comes out, in order, with its seal", async () => {
  const { entries, seal } = await entriesOf(await small());
  expect([...entries]).toEqual([
    ["manifest.json", "{}"],
    ["files/a", "hello"],
    ["files/empty", ""],
  ]);
  expect(seal).toEqual({ rows: 3 });
});

test("the same content makes the same bytes", async () => {
  expect((await small()).equals(await small())).toBe(true);
});

test("thousands of entries have their checksums among them, and long content its parts", async () => {
  const piece = "a line of the table\n".repeat(50);
  const bytes = await archiveOf(async (archive) => {
    for (let n = 0; n < 2_500; n++) await archive.add(`files/${n}`, String(n));
    const parts = writeParts(archive, "tables/person", "copy");
    for (let n = 0; n < 2_500; n++) await parts.write(piece);
    await parts.end();
  });
  const { entries } = await entriesOf(bytes);
  const parts = [...entries].filter(([name]) => name.startsWith("tables/"));
  expect(parts.map(([name]) => name)).toEqual([
    "tables/person/000001.copy",
    "tables/person/000002.copy",
    "tables/person/000003.copy",
  ]);
  expect(parts.map(([, text]) => text).join("")).toBe(piece.repeat(2_500));
});

test("an archive that was cut anywhere is refused", async () => {
  const whole = await small();
  for (let length = 0; length < whole.length; length += 7)
    await expect(entriesOf(whole.subarray(0, length)), `cut at ${length}`).rejects.toMatchObject({
      code: "archive.truncated",
    });
  const plain = gunzipSync(whole);
  for (let length = 0; length < plain.length - 1024; length += 512)
    await expect(entriesOf(gzipSync(plain.subarray(0, length))), `tar cut at ${length}`).rejects.toMatchObject({
      code: "archive.truncated",
    });
});

test("an archive with another byte in it is refused", async () => {
  const whole = await small();
  const plain = gunzipSync(whole);
  plain[plain.indexOf("hello")] = "j".charCodeAt(0);
  await expect(entriesOf(gzipSync(plain))).rejects.toMatchObject({ kind: "invalid", code: "archive.checksum-wrong" });
  for (let place = 0; place < whole.length; place += 11) {
    const changed = Buffer.from(whole);
    changed[place] = (changed[place] ?? 0) ^ 0x55;
    const outcome = await entriesOf(changed).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: expect.stringMatching(/^archive\./) });
    else expect(outcome).toEqual(await entriesOf(whole)); // bytes of gzip's header that say nothing
  }
});

test("what is no gzip, or gzip of something else, is no archive", async () => {
  await expect(entriesOf(Buffer.from("-- PostgreSQL database dump"))).rejects.toMatchObject({
    code: "archive.not-gzip",
  });
  await expect(entriesOf(gunzipSync(await small()))).rejects.toMatchObject({ code: "archive.not-gzip" });
  await expect(entriesOf(gzipSync(Buffer.alloc(4096, 7)))).rejects.toMatchObject({ code: "archive.damaged" });
});

test.each([
  ["leads out of the folder", { name: "../etc/passwd" }],
  ["leads out of the folder half-way", { name: "files/../../x" }],
  ["starts at the root", { name: "/etc/passwd" }],
  ["is hidden", { name: "files/.bashrc" }],
  ["has a backslash in it", { name: "files\\..\\x" }],
  ["is a link", { name: "files/a", type: "symlink", linkname: "/etc/passwd" }],
  ["is a hard link", { name: "files/a", type: "link", linkname: "/etc/passwd" }],
  ["is a folder", { name: "files/a", type: "directory" }],
  ["is a device", { name: "files/a", type: "character-device" }],
] satisfies [string, Header][])("an entry that %s is refused", async (_, header) => {
  const names: string[] = [];
  const reading = readArchive(Readable.from([await tarOf([header])]), async ({ name }) => {
    names.push(name);
  });
  await expect(reading).rejects.toMatchObject({ code: "archive.entry-refused" });
  expect(names).toEqual([]);
});

test("an entry after the seal is refused", async () => {
  const bytes = await tarOf([{ name: "seal.json" }, { name: "more" }], "{}");
  await expect(entriesOf(bytes)).rejects.toMatchObject({ code: "archive.entry-refused" });
});

test("whoever reads may stop, and hears their own error", async () => {
  const bytes = await small();
  await expect(readArchive(Readable.from([bytes]), () => Promise.reject(new Error("no room")))).rejects.toThrow(
    "no room",
  );
});

test("content that is not as long as it was said to be spoils the archive, not the process", async () => {
  for (const size of [4, 6]) {
    const out = new PassThrough();
    const writing = writeArchive(out, async (archive) => {
      await archive.addStream("files/a", size, Readable.from([Buffer.from("hello")]));
      return {};
    });
    await Promise.all([expect(buffer(out)).rejects.toThrow(), expect(writing).rejects.toThrow("Size mismatch")]);
  }
});

test("what fails while writing is told, and the stream is broken off", async () => {
  const out = new PassThrough();
  const writing = writeArchive(out, () => Promise.reject(new Error("the table is gone")));
  await Promise.all([expect(buffer(out)).rejects.toThrow(), expect(writing).rejects.toThrow("the table is gone")]);
});

test("a reader who goes away ends the writing", async () => {
  const out = new PassThrough();
  const writing = writeArchive(out, async (archive) => {
    out.destroy();
    for (;;) await archive.add("files/a", Buffer.alloc(1024 * 1024));
  });
  await expect(writing).rejects.toThrow(/close/i);
});
