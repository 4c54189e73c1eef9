import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Cell } from "./cell.ts";
import { unzip } from "./test/unzip.ts";
import { xlsxOf } from "./xlsx.ts";

async function* lines(...rows: Cell[][]) {
  for (const row of rows) yield [row];
}

const text = (of: string): Cell => ({ is: "text", text: of });
const sheetOf = async (...cells: Cell[]) =>
  unzip(await buffer(xlsxOf("people", ["A"], lines(cells)))).get("xl/worksheets/sheet1.xml") ?? "";

test("text is text, whatever it begins with, and nothing of it breaks out of its cell", async () => {
  const sheet = await sheetOf(
    text("=1+1"),
    text("+44"),
    text("<c/>&"),
    text("a\u0000b\ud800"),
    text("_x0041_"),
    text("two\nlines"),
  );
  expect(sheet).not.toContain("<f>");
  for (const part of ["=1+1", "+44", "&lt;c/&gt;&amp;", "ab\ufffd", "_x005F_x0041_", "two\nlines"])
    expect(sheet).toContain(`<c t="inlineStr"><is><t xml:space="preserve">${part}</t></is></c>`);
});

test("numbers, days and instants are what spreadsheets calculate with", async () => {
  const sheet = await sheetOf(
    { is: "number", number: -3.5 },
    { is: "day", day: "2026-03-02" },
    { is: "instant", wall: "2026-03-02T18:00:00" },
    { is: "flag", flag: true },
    { is: "day", day: "0987-01-01" },
    null,
  );
  expect(sheet).toContain(
    '<c><v>-3.5</v></c><c s="1"><v>46083</v></c><c s="2"><v>46083.75</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve">0987-01-01</t></is></c><c/>',
  );
});

test("what one sheet cannot hold goes onto the next, under the same heading", async () => {
  const rows = ["1", "2", "3", "4", "5"].map((each) => [text(each)]);
  const entries = unzip(await buffer(xlsxOf("a/b", ["A"], lines(...rows), 3)));
  expect([...entries.keys()].filter((name) => name.startsWith("xl/worksheets"))).toHaveLength(3);
  expect(entries.get("xl/worksheets/sheet3.xml")).toMatch(/>A<.*>5</);
  expect(entries.get("xl/workbook.xml")).toContain('<sheet name="a b 3" sheetId="3" r:id="rId3"/>');
  const full = unzip(await buffer(xlsxOf("x", ["A"], lines(...rows.slice(0, 4)), 3)));
  expect([...full.keys()].filter((name) => name.startsWith("xl/worksheets"))).toHaveLength(2);
});

test("an export that fails is cut off, not ended", async () => {
  async function* broken(): AsyncGenerator<Cell[][]> {
    yield [[text("1")]];
    throw new Error("the database is gone");
  }
  await expect(buffer(xlsxOf("x", ["A"], broken()))).rejects.toThrow("the database is gone");
});
