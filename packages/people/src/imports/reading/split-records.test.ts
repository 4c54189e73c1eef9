import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { writeCsv } from "../test/write-csv.ts";
import { limits } from "./limits.ts";
import { type RawRecord, RecordSplitter } from "./split-records.ts";
import { delimiters } from "./table.ts";

// These take a second, and several where many programs share a machine.
vi.setConfig({ testTimeout: 30_000 });

function split(text: string, { delimiter = ",", width = null as number | null, piece = text.length || 1 } = {}) {
  const splitter = new RecordSplitter(delimiter, width);
  const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, at) =>
    text.slice(at * piece, (at + 1) * piece),
  );
  return [...pieces.map((each) => [...splitter.split(each, false)]), [...splitter.split("", true)]].flat();
}

const cellsOf = (records: readonly RawRecord[]) => records.map(({ cells }) => cells);
const brief = (records: readonly RawRecord[]) =>
  records.map((record) => (record.cells ? record.cells : `${record.code} ${record.line}:${record.column}`));

test("any table that is written reads back equal, however it is quoted and wherever it is cut", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }).chain((width) =>
        fc.array(fc.array(fc.string({ unit: "binary", maxLength: 12 }), { minLength: width, maxLength: width }), {
          maxLength: 8,
        }),
      ),
      fc.constantFrom(...delimiters),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (rows, delimiter, lineEnd, quoteAll, piece) => {
        const text = writeCsv(rows, { delimiter, lineEnd, quoteAll });
        const records = split(text, { delimiter, width: rows[0]?.length ?? null, piece });
        expect(cellsOf(records)).toEqual(rows);
        expect(records.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  [
    "the last line without its end",
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "an empty last cell",
    "a,\n,b",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
  ["a quote within a cell is a letter", 'a,5" pipe\n', [["a", '5" pipe']]],
  ["blanks around quotes", 'a, "b, c" ,d\n', [["a", "b, c", "d"]]],
  [
    "a blank before a quote that closes nothing",
    'a, "b\nc,d\n',
    [
      ["a", ' "b'],
      ["c", "d"],
    ],
  ],
  ["line breaks in quotes", '"a\r\nb",c\r\n', [["a\r\nb", "c"]]],
  ["nothing", "", []],
  [
    "blank lines between",
    "a,b\n\n\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
])("%s", (_, text, expected) => {
  expect(brief(split(text))).toEqual(expected);
});

test("blank lines count, so that numbers are those a spreadsheet shows", () => {
  expect(split('a,b\n\n"c\nc",d\ne,f\n').map(({ number, line }) => [number, line])).toEqual([
    [1, 1],
    [3, 3],
    [4, 5],
  ]);
});

test.each([
  ["closed by nothing", 'a,b\nc,"d\ne,f\ng,h\n', [["a", "b"], "imports.quote-unclosed 2:1", ["e", "f"], ["g", "h"]]],
  ["at the very end", 'a,b\nc,"d', [["a", "b"], "imports.quote-unclosed 2:1"]],
  ["closed by the next row's quote", 'a,b\nc,"d\n"e",f\n', [["a", "b"], "imports.quote-unclosed 2:1", ["e", "f"]]],
  [
    "closed by chance, having swallowed rows",
    'a,b\n"c,d\ne,f\ng,h"\n',
    [["a", "b"], "imports.quote-unclosed 2:0", ["e", "f"], ["g", 'h"']],
  ],
])("a quote %s costs its own line", (_, text, expected) => {
  expect(brief(split(text, { width: 2 }))).toEqual(expected);
});

test("text after a closing quote refuses that row alone, and says where", () => {
  expect(brief(split('a,b\n"x" y,c\nd,e\n', { width: 2 }))).toEqual([
    ["a", "b"],
    "imports.quote-stray 2:0",
    ["d", "e"],
  ]);
});

test("a note over lines is not taken for swallowed rows because its row is short", () => {
  expect(brief(split('a,b,c\nx,"one\ntwo"\n', { width: 3 }))).toEqual([
    ["a", "b", "c"],
    ["x", "one\ntwo"],
  ]);
});

test("an unclosed quote never swallows more than a row may hold", () => {
  const rows = Array.from({ length: 120_000 }, (_, at) => `${at},xxxxxxxx`).join("\n");
  const records = split(`n,"oops\n${rows}\n`, { width: 2, piece: 65_536 });
  expect(brief(records.slice(0, 2))).toEqual(["imports.quote-unclosed 1:1", ["0", "xxxxxxxx"]]);
  expect(records).toHaveLength(120_001);
});

test("a row too large to hold is refused, whether its line ends or its quote closes", () => {
  const large = "x".repeat(limits.row + 1);
  for (const row of [`a,${large}`, `a,"${large}"`, `a,"${large}`])
    expect(brief(split(`h,i\n${row}\nb,c\n`, { width: 2, piece: 65_536 }))).toEqual([
      ["h", "i"],
      expect.stringMatching(/^imports\.(?:row-too-large|quote-unclosed) 2:1$/),
      ["b", "c"],
    ]);
});

test("a row of one cell too many is not refused for its size when it fits", () => {
  expect(cellsOf(split(`${"a,".repeat(10_000)}b\n`))[0]).toHaveLength(10_001);
});
