import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { growthDuring } from "@guildhall/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textRow, workbookParts, writeZip } from "../test/write-workbook.ts";
import { openTable } from "./open-table.ts";
import type { Source } from "./table.ts";

// With GUILDHALL_ALL=1 the sizes are those people could really send; the gate reads a part of them.
// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";
const megabyte = 1024 * 1024;
const size = (full: number, part: number) => (all ? full : part) * megabyte;
const timeout = all ? 600_000 : 30_000;

/** So much may be held at once, of files of any size. */
const most = 100;

function repeated(head: string, unit: string, bytes: number, tail = ""): Source {
  const block = Buffer.from(unit.repeat(Math.max(1, Math.ceil(65_536 / unit.length))));
  return {
    async *open() {
      yield Buffer.from(head);
      for (let sent = 0; sent < bytes; sent += block.length) yield block;
      yield Buffer.from(tail);
    },
  };
}

async function count(source: Source, look: () => void) {
  const counts = { row: 0, empty: 0, broken: 0 };
  await using table = await openTable(source);
  for await (const item of table.rows()) {
    counts[item.kind] += item.kind === "empty" ? item.count : 1;
    look();
  }
  return counts;
}

const header = "Name,Email,Notes\n";
const row = '"陈 雨泽",p@example.com,"a note, with ""quotes""\nand two lines"\n';

test.each([
  ["a large file", repeated(header, row, size(200, 20)), { empty: 0, broken: 0 }],
  [
    "one line of a gigabyte",
    repeated(`${header}a,b@example.com,c\n`, "x".repeat(1_000), size(1_024, 64), "\nd,e@example.com,f\n"),
    { row: 2, broken: 1 },
  ],
  [
    "a quote that is never closed",
    repeated(`${header}a,b@example.com,"c\n`, "d,e@example.com,f\n", size(40, 8)),
    { broken: 1 },
  ],
  [
    "a quote never closed on a line that never ends",
    repeated(`${header}a,b@example.com,"`, "x".repeat(1_000), size(1_024, 64)),
    { row: 0, broken: 1 },
  ],
  ["quotes without end", repeated(`${header}a,b@example.com,c\n`, '"', size(200, 16)), { row: 1, broken: 1 }],
  ["a million empty rows", repeated(`${header}a,b@example.com,c\n`, ",,\n", size(30, 3)), { row: 1, broken: 0 }],
  [
    "a first line of a gigabyte",
    repeated("", "x".repeat(1_000), size(1_024, 64), `\n${header}a,b@example.com,c\n`),
    { row: 1, broken: 0 },
  ],
])("%s is read in bounded memory", { timeout }, async (_, source, expected) => {
  let counts: Awaited<ReturnType<typeof count>> | undefined;
  const grown = await growthDuring(async (look) => {
    counts = await count(source, look);
  });
  expect(counts).toMatchObject(expected);
  expect(grown).toBeLessThan(most);
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guildhall-memory-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, bytes: Buffer): Promise<Source> {
  const path = join(folder, name);
  await pipeline(Readable.from([bytes]), createWriteStream(path));
  return { path };
}

test("a workbook of many rows and strings is read in bounded memory", { timeout }, async () => {
  const total = all ? 400_000 : 40_000;
  const strings = Array.from({ length: total }, (_, at) => `<si><t>A person called ${at} 雨泽</t></si>`).join("");
  const rows = Array.from(
    { length: total },
    (_, at) => `<row r="${at + 2}"><c t="s"><v>${at}</v></c><c t="str"><v>p${at}@example.com</v></c><c/></row>`,
  );
  const parts = workbookParts(textRow(1, ["Name", "Email", "Notes"]) + rows.join(""), { strings });
  const source = await fileOf("many.xlsx", writeZip(parts));
  const counts: unknown[] = [];
  const grown = await growthDuring(async (look) => {
    counts.push(await count(source, look));
  });
  expect(counts).toEqual([{ row: total, empty: 0, broken: 0 }]);
  expect(grown).toBeLessThan(most);
});

test.each([
  ["a sheet", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", `<row spans="${"1:1 ".repeat(250)}"/>`],
  ["shared strings", "xl/sharedStrings.xml", "<sst>", "<si><t>the same, and the same again</t></si>"],
  ["a text", "xl/sharedStrings.xml", "<sst><si><t>", "x".repeat(1_000)],
])("%s that is a bomb is refused before it fills memory", { timeout }, async (_, part, head, unit) => {
  const parts = workbookParts(textRow(1, ["Name", "Email"]) + textRow(2, ["a", "b@example.com"]));
  const content = Buffer.from(head + unit.repeat(Math.ceil(size(400, 36) / unit.length)));
  const source = await fileOf("bomb.xlsx", writeZip({ ...parts, [part]: { content } }));
  const grown = await growthDuring(async (look) => {
    await expect(count(source, look)).rejects.toMatchObject({ code: "imports.unpacks-too-large" });
  });
  expect(grown).toBeLessThan(most);
});
