import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readAll, sourceOf } from "../../test/read-all.ts";
import { textRow, workbookParts, writeWorkbook, writeZip } from "../../test/write-workbook.ts";

// These take a second, and several where many programs share a machine.
vi.setConfig({ testTimeout: 30_000 });

const names = textRow(1, ["Name", "Email", "Value"]);
const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[$-409]m/d/yy\\ h:mm\\ AM/PM;@"/><numFmt numFmtId="166" formatCode="00000000000"/><numFmt numFmtId="167" formatCode="[Red]#,##0.00_);\\(0.00\\)"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>`;

async function cellAs(cell: string, properties = "") {
  const book = writeWorkbook(`${names}<row r="2"><c r="A2" t="str"><v>Ada</v></c>${cell}</row>`, {
    styles,
    properties,
    strings:
      "<si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>reading</t></rPh></si><si><t>a_x000D_\nb</t></si>",
  });
  const { rows } = await readAll(sourceOf(book));
  return [rows[0]?.cells[2], rows[0]?.kinds?.[2]];
}

test.each([
  ["a shared string", '<c r="C2" t="s"><v>0</v></c>', "plain", "text"],
  ["rich text without its reading", '<c r="C2" t="s"><v>1</v></c>', "rich text", "text"],
  ["an escaped line break", '<c r="C2" t="s"><v>2</v></c>', "a\nb", "text"],
  ["a string of its own", '<c r="C2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab", "text"],
  ["a formula's text", '<c r="C2" t="str"><f>A1&amp;"x"</f><v>cached</v></c>', "cached", "text"],
  ["a formula's number", '<c r="C2"><f>1+1</f><v>2</v></c>', "2", "number"],
  ["yes", '<c r="C2" t="b"><v>1</v></c>', "TRUE", "boolean"],
  ["an error", '<c r="C2" t="e"><v>#N/A</v></c>', "#N/A", "error"],
  ["a phone number", '<c r="C2"><v>8613800138000</v></c>', "8613800138000", "number"],
  ["a phone number with an exponent", '<c r="C2"><v>8.613800138E+12</v></c>', "8613800138000", "number"],
  ["noise of floating point", '<c r="C2"><v>7655.2000000000007</v></c>', "7655.2", "number"],
  ["a small number", '<c r="C2"><v>1.5E-7</v></c>', "0.00000015", "number"],
  ["zeros in front, by the format", '<c r="C2" s="5"><v>7700900267</v></c>', "07700900267", "number"],
  ["an amount", '<c r="C2" s="6"><v>-1234.5</v></c>', "-1234.5", "number"],
  ["a day", '<c r="C2" s="1"><v>45725</v></c>', "2025-03-09", "date"],
  ["a day, in Chinese", '<c r="C2" s="3"><v>45725.75</v></c>', "2025-03-09", "date"],
  ["a moment", '<c r="C2" s="2"><v>45725.604166666664</v></c>', "2025-03-09T14:30:00", "date-time"],
  [
    "a moment by a format of one's own",
    '<c r="C2" s="4"><v>45725.604166666664</v></c>',
    "2025-03-09T14:30:00",
    "date-time",
  ],
  ["a time", '<c r="C2" s="7"><v>0.5</v></c>', "12:00:00", "text"],
  ["a date written out", '<c r="C2" t="d"><v>2025-03-09</v></c>', "2025-03-09", "date"],
  ["a first of March 1900", '<c r="C2" s="1"><v>61</v></c>', "1900-03-01", "date"],
  ["a first of January 1900", '<c r="C2" s="1"><v>1</v></c>', "1900-01-01", "date"],
])("%s", async (_, cell, text, kind) => {
  expect(await cellAs(cell)).toEqual([text, kind]);
});

test("any table of texts reads back equal, its strings shared or its own", async () => {
  const unit = fc.constantFrom(...("aZ 09,;|\t\"'\n陈雨泽é€ü=-@😀<&>_x000D_".match(/./gsu) ?? []));
  const cell = fc.string({ unit, maxLength: 12 }).map((text) => text.replaceAll(/_x[0-9A-F]{4}_/gi, "_"));
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (rows, shared) => {
        const table = [["x", "y", "z"], ...rows];
        const own = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
        const at = (row: number, column: number) => `<c t="s"><v>${row * 3 + column}</v></c>`;
        const xml = table.map(
          (cells, row) =>
            `<row r="${row + 2}">${cells.map((text, column) => (shared ? at(row, column) : own(text))).join("")}</row>`,
        );
        const strings = table
          .flat()
          .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
          .join("");
        const { cells, broken } = await readAll(sourceOf(writeWorkbook(names + xml.join(""), { strings })), {
          headerRow: 1,
        });
        expect(cells.slice(1)).toEqual(rows.filter((row) => row.some((text) => text.trim() !== "")));
        expect(broken).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test("days may be counted from 1904", async () => {
  expect(await cellAs('<c r="C2" s="1"><v>44263</v></c>', 'date1904="1"')).toEqual(["2025-03-09", "date"]);
});

test("hidden rows are read, cells stand where they say, and what is empty has no number of its own", async () => {
  const rows = `${names}${textRow(2, ["Ada", "ada@example.com"], 'hidden="1"')}<row r="3"/><row r="4"/><row r="7"><c r="B7" t="str"><v>b@example.com</v></c></row><row r="8"><c r="A8" s="1"/></row><row r="9"/>`;
  const { items } = await readAll(sourceOf(writeWorkbook(rows)));
  expect(items).toMatchObject([
    { kind: "row", number: 2, cells: ["Ada", "ada@example.com", ""] },
    { kind: "empty", number: 3, count: 2 },
    { kind: "row", number: 7, cells: ["", "b@example.com", ""] },
  ]);
});

test("the fullest sheet is read unless another is named; a hidden one only then", async () => {
  const sheet = (name: string, count: number, state = "visible") => ({
    name,
    state,
    rows: Array.from({ length: count }, (_, at) =>
      textRow(at + 1, at === 0 ? ["Name", "Email"] : [`${name} ${at}`, "a@example.com"]),
    ).join(""),
  });
  const book = writeWorkbook([sheet("Read me", 2), sheet("People", 9), sheet("Lists", 50, "hidden")]);
  const { table, cells } = await readAll(sourceOf(book));
  expect([table.sheet, cells.length]).toEqual([1, 8]);
  expect(table.sheets).toEqual([
    { name: "Read me", hidden: false },
    { name: "People", hidden: false },
    { name: "Lists", hidden: true },
  ]);
  expect((await readAll(sourceOf(book), { sheet: 2 })).cells).toHaveLength(49);
  await expect(readAll(sourceOf(book), { sheet: 3 })).rejects.toMatchObject({ code: "imports.sheet-missing" });
});

test("prefixes, missing references and other alphabets of tags change nothing", async () => {
  const parts = workbookParts("");
  const rows =
    "<x:row><x:c t='str'><x:v>Name</x:v></x:c><x:c t='str'><x:v>Email</x:v></x:c></x:row><x:row><x:c t='str'><x:v>Ada</x:v></x:c><x:c t='str'><x:v>a@example.com</x:v></x:c></x:row>";
  const { cells } = await readAll(
    sourceOf(
      writeZip({
        ...parts,
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="u"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
      }),
    ),
  );
  expect(cells).toEqual([["Ada", "a@example.com"]]);
});

test("rows that count backwards are numbered on", async () => {
  const { rows } = await readAll(
    sourceOf(writeWorkbook(names + textRow(9, ["a", "a@example.com"]) + textRow(2, ["b", "b@example.com"]))),
  );
  expect(rows.map(({ number }) => number)).toEqual([9, 10]);
});

test("a workbook from a stream leaves nothing on disk", async () => {
  const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith("guildhall-import-")).length;
  const before = spooled();
  await readAll(sourceOf(writeWorkbook(names + textRow(2, ["a", "b", "c"]))));
  await expect(readAll(sourceOf(writeZip({ "word/document.xml": "<w/>" })))).rejects.toMatchObject({
    code: "imports.not-a-workbook",
  });
  expect(spooled()).toBeLessThanOrEqual(before);
});

const lol = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${"&lol;".repeat(100)}">]>`;
const parts = workbookParts(names + textRow(2, ["a", "b", "c"]));

test.each([
  [
    "entities of its own",
    { "xl/sharedStrings.xml": `${lol}<sst><si><t>&lol2;</t></si></sst>` },
    "imports.workbook-broken",
  ],
  ["XML that does not end", { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" }, "imports.workbook-broken"],
  ["XML that is none", { "xl/workbook.xml": "what?" }, "imports.workbook-broken"],
  [
    "a part that is more than it says",
    { "xl/worksheets/sheet1.xml": { content: "<worksheet/>".padEnd(9_000), claimedSize: 12 } },
    "imports.workbook-broken",
  ],
  ["a locked part", { "xl/styles.xml": { content: "<styleSheet/>", flags: 1 } }, "imports.encrypted"],
  [
    "one text of many megabytes",
    { "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c t="str"><v>${"x".repeat(5_000_000)}` },
    "imports.unpacks-too-large",
  ],
  [
    "one attribute of many megabytes",
    { "xl/worksheets/sheet1.xml": `<worksheet a="${"x".repeat(5_000_000)}"/>` },
    "imports.unpacks-too-large",
  ],
])("%s is refused", async (_, changed, code) => {
  await expect(readAll(sourceOf(writeZip({ ...parts, ...changed })))).rejects.toMatchObject({ code });
});

test("a cell too large to be one costs its row", async () => {
  const rows = `${names}<row r="2"><c r="B2" t="str"><v>${"x".repeat(200_000)}</v></c></row><row r="3"><c r="XFE3" t="str"><v>x</v></c></row>${textRow(4, ["a", "b@example.com"])}`;
  const { items } = await readAll(sourceOf(writeWorkbook(rows)));
  expect(items).toMatchObject([
    { kind: "broken", number: 2, column: 1, code: "imports.row-too-large" },
    { kind: "broken", number: 3, code: "imports.row-too-large" },
    { kind: "row", number: 4 },
  ]);
});

test("too many parts are no workbook", async () => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`p${at}`, ""]));
  await expect(readAll(sourceOf(writeZip({ ...parts, ...many })))).rejects.toMatchObject({
    code: "imports.unpacks-too-large",
  });
});
