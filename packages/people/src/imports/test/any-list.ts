import fc from "fast-check";
import { delimiters, encodings } from "../reading/table.ts";
import { canEncode, encodeText } from "./encode-text.ts";
import { writeCsv } from "./write-csv.ts";
import { textRow, writeWorkbook } from "./write-workbook.ts";

const names = ["Name", "E-mail", "Phone", "Company", "Job title", "Stage", "Tags", "Hut"];

/** Few enough of each that rows of one list meet, and speak of the same person in different ways. */
const person = fc.record({
  name: fc.constantFrom(
    "",
    "陈雨泽",
    "欧阳娟",
    "Zoë Müller",
    "O'Brien, Pat",
    '=HYPERLINK("x")',
    "Null",
    " spaced  out ",
  ),
  email: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((n) => `Guest${n}@Hall.example`),
    fc.constantFrom("", "no address", "two@@hall.example"),
  ),
  phone: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((n) => `+86 138 0013 800${n}`),
    fc.constantFrom("", "12", "not a number"),
  ),
  company: fc.constantFrom("", "远山户外", "Harbor Ltd", "harbor ltd"),
  title: fc.constantFrom("", "领队", "Guide"),
  stage: fc.constantFrom("", "lead", "客户", "nonsense"),
  tags: fc.constantFrom("", "VIP", "vip;露营", "a,b;c"),
  hut: fc.constantFrom("", "North", "North\nand south"),
});

export interface AnyList {
  readonly name: string;
  readonly content: Buffer;
}

/** A list of people as any of the files that are read: its kind, encoding, delimiter, order and nonsense are anybody's. */
export const anyList: fc.Arbitrary<AnyList> = fc
  .record({
    rows: fc.array(person, { minLength: 1, maxLength: 24 }),
    kind: fc.constantFrom("text", "workbook"),
    encoding: fc.constantFrom(...encodings),
    delimiter: fc.constantFrom(...delimiters),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ rows, kind, encoding, delimiter, lineEnd }) => {
    // One row in which every column is what its name says, so that none is taken for something else.
    const sure = ["Lin Qiao", "lin@hall.example", "+8613900139000", "Yuanshan", "Guide", "lead", "VIP", "South"];
    const table = [names, sure, ...rows.map((row) => Object.values(row))];
    if (kind === "workbook") {
      const xml = table.map((cells, at) => textRow(at + 1, cells.map(escaped))).join("");
      return { name: "list.xlsx", content: writeWorkbook(xml) };
    }
    const text = writeCsv(table, { delimiter, lineEnd });
    return { name: "list.csv", content: encodeText(text, canEncode(text, encoding) ? encoding : "utf-8", true) };
  });

const escaped = (cell: string) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
