import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { canEncode, encodeText } from "../test/encode-text.ts";
import { readAll, sourceOf } from "../test/read-all.ts";
import { writeCsv } from "../test/write-csv.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { delimiters, encodings } from "./table.ts";

// These take a second, and several where many programs share a machine.
vi.setConfig({ testTimeout: 30_000 });

const header = ["Name", "Email", "Notes"];

test("any table reads back equal in every encoding, with every delimiter, in pieces of any size", async () => {
  const cell = fc.string({
    unit: fc.constantFrom(...("aZ 09,;|\t\"'\n陈雨泽露营é€ü=-@😀".match(/./gsu) ?? [])),
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...encodings),
      fc.boolean(),
      fc.constantFrom(...delimiters),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 50 }),
      async (rows, encoding, mark, delimiter, lineEnd, pieceSize) => {
        const text = writeCsv([header, ["x", "y", "z"], ...rows], { delimiter, lineEnd });
        fc.pre(canEncode(text, encoding));
        const source = sourceOf(encodeText(text, encoding, mark), pieceSize);
        const { cells, broken } = await readAll(source, { encoding, delimiter, headerRow: 1 });
        expect(cells.slice(1)).toEqual(rows.filter((row) => row.some((each) => each.trim() !== "")));
        expect(broken).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

const people = [
  header,
  ["陈雨泽", "yuze@example.com", "喜欢露营，下次再来"],
  ["欧阳娟", "juan@example.com", "会员日到店\n送过两张券"],
  ["司马涛", "tao@example.com", ""],
];
const guests = [
  header,
  ["Zoë Ó Súilleabháin", "zoe@example.com", "naïve, crème brûlée"],
  ["François Müller", "f.mueller@example.com", "Straße"],
  ["Øyvind Sørensen", "oyvind@example.com", "2;3"],
];

test.each(
  [people, guests]
    .flatMap((rows) =>
      encodings.flatMap((encoding) =>
        delimiters.flatMap((delimiter) => [false, true].map((mark) => ({ rows, encoding, delimiter, mark }))),
      ),
    )
    .filter(({ rows, encoding }) => canEncode(writeCsv(rows), encoding)),
)("$encoding (mark: $mark) and $delimiter are detected", async ({ rows, encoding, delimiter, mark }) => {
  const { table, cells } = await readAll(sourceOf(encodeText(writeCsv(rows, { delimiter }), encoding, mark)));
  expect([table.encoding, table.delimiter, table.columns]).toEqual([encoding, delimiter, header]);
  expect(cells).toEqual(rows.slice(1));
});

test("a character cut where the sample ends fools nobody", async () => {
  const text = `${header.join(",")}\n${"雨,a@example.com,泽\n".repeat(30_000)}`;
  for (const shift of [0, 1, 2, 3])
    expect(await detectEncoding(sourceOf(encodeText("x".repeat(shift) + text, "utf-8"), 4_099))).toBe("utf-8");
  expect(await detectEncoding(sourceOf(encodeText(text, "gb18030"), 4_099))).toBe("gb18030");
});

test("what tells the encoding may come after a megabyte of ASCII", async () => {
  const plain = "ada,ada@example.com,\n".repeat(60_000);
  for (const encoding of ["utf-8", "gb18030"] as const)
    expect(await detectEncoding(sourceOf(encodeText(`${plain}陈雨泽,x@example.com,露营\n`, encoding)))).toBe(encoding);
  expect(await detectEncoding(sourceOf(encodeText(`${plain}Zoë,x@example.com,São Paulo\n`, "windows-1252")))).toBe(
    "windows-1252",
  );
});

test("a broken byte in UTF-8 leaves it UTF-8, and is told of where it stands", async () => {
  const text = Buffer.from(writeCsv([header, ...Array.from({ length: 30 }, () => ["陈雨泽", "a@example.com", "é"])]));
  const broken = Buffer.concat([text, Buffer.from("x,b@example.com,caf"), Buffer.from([0xff]), Buffer.from("\n")]);
  const { table, rows } = await readAll(sourceOf(broken));
  expect(table.encoding).toBe("utf-8");
  expect(rows.at(-1)?.notes).toEqual([{ column: 2, code: "imports.cell-unreadable" }]);
  expect(rows.at(-2)?.notes).toBeUndefined();
});

test("somebody may know better than detection", async () => {
  const { table, cells } = await readAll(sourceOf("a;b,c\nd;e,f\n"), { delimiter: ";", headerRow: 0 });
  expect([table.headerRow, table.columns]).toEqual([null, ["A", "B"]]);
  expect(cells).toEqual([
    ["a", "b,c"],
    ["d", "e,f"],
  ]);
});

test("the names may stand far below, if somebody says where", async () => {
  const { table, rows } = await readAll(sourceOf(`${"about,this\n".repeat(90)}Who,Where\nAda,London\n`), {
    headerRow: 91,
  });
  expect([table.headerRow, table.columns, rows.map(({ number }) => number)]).toEqual([91, ["Who", "Where"], [92]]);
});

test("Excel's own word on the delimiter counts, and is no row", async () => {
  const { table, cells } = await readAll(sourceOf("sep=;\nName;E-mail\nAda, Countess;ada@example.com\n"));
  expect([table.delimiter, table.headerRow, table.columns]).toEqual([";", 2, ["Name", "E-mail"]]);
  expect(cells).toEqual([["Ada, Countess", "ada@example.com"]]);
});

test("titles above the names are passed over; numbers stay those of the file", async () => {
  const { table, rows } = await readAll(sourceOf("Guests 2025,,\n,,\nName,Email,City\nAda,ada@example.com,London\n"));
  expect([table.headerRow, table.columns]).toEqual([3, ["Name", "Email", "City"]]);
  expect(rows.map(({ number }) => number)).toEqual([4]);
});

test("a list without names has letters for them", async () => {
  const { table, cells } = await readAll(sourceOf("陈雨泽,13800138000\n司马涛,13900139000\n"));
  expect([table.headerRow, table.columns]).toEqual([null, ["A", "B"]]);
  expect(cells).toHaveLength(2);
  expect((await readAll(sourceOf("ada@example.com\nbob@example.com\n"))).table.columns).toEqual(["A"]);
});

test("doubled and missing names are mended, and said to be", async () => {
  const { table } = await readAll(sourceOf("Name,Phone,Phone,,Phone\na,1,2,3,4\nb,1,2,3,4\n"));
  expect(table.columns).toEqual(["Name", "Phone", "Phone (2)", "D", "Phone (3)"]);
  expect(table.notes).toEqual([
    { column: 2, code: "imports.header-doubled" },
    { column: 3, code: "imports.header-empty" },
    { column: 4, code: "imports.header-doubled" },
  ]);
});

test("ragged rows: a short one is filled up, one with too much is refused where it overflows, the rest is read", async () => {
  const full = "Ada,ada@example.com,x\n".repeat(10);
  const { rows, broken } = await readAll(
    sourceOf(`Name,Email,City\n${full}Bob,bob@example.com\nEve,eve@example.com,a,b\n${full}`),
  );
  expect(rows).toHaveLength(21);
  expect(rows[10]).toMatchObject({
    number: 12,
    cells: ["Bob", "bob@example.com", ""],
    notes: [{ column: 2, code: "imports.row-short" }],
  });
  expect(broken).toMatchObject([
    { number: 13, line: 13, column: 3, code: "imports.row-long", excerpt: "Eve eve@example.com a b" },
  ]);
});

test("empty cells past the last column are nothing", async () => {
  const { cells, broken } = await readAll(sourceOf("Name,Email\nAda,ada@example.com,,,\n"));
  expect([cells, broken]).toEqual([[["Ada", "ada@example.com"]], []]);
});

test("rows with nothing in them are one item, however many they are", async () => {
  const { items } = await readAll(sourceOf(`Name,Email\na,b@example.com\n${", \n".repeat(1_000)}c,d@example.com\n,\n`));
  expect(items).toMatchObject([
    { kind: "row", number: 2 },
    { kind: "empty", number: 3, count: 1_000 },
    { kind: "row", number: 1_003 },
    { kind: "empty", number: 1_004, count: 1 },
  ]);
});

test("reading goes on after any row", async () => {
  const source = sourceOf(
    writeCsv([header, ...Array.from({ length: 50 }, (_, at) => [`n${at}`, `e${at}@example.com`, "a\nb"])]),
  );
  const { rows } = await readAll(source);
  for (const after of [0, 1, 2, 27, 51]) {
    const rest = await readAll(source, {}, after);
    expect(rest.rows).toEqual(rows.filter(({ number }) => number > after));
  }
});

test.each([
  ["nothing", "", "imports.file-empty"],
  ["blanks", " \n\n", "imports.file-empty"],
  ["names alone", "Name,Email\n", "imports.no-rows"],
  ["names above emptiness", "Name,Email\n,\n,\n", "imports.no-rows"],
  ["a PDF", "%PDF-1.7\n%âãÏÓ", "imports.not-a-table"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "imports.not-a-table"],
  [
    "bytes of no kind",
    Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919) % 256)),
    "imports.not-a-table",
  ],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "imports.old-excel"],
  [
    "a locked workbook",
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
    "imports.encrypted",
  ],
  ["a web page called xls", "<html><table><tr><td>Name</td></tr></table></html>", "imports.web-page"],
  ["a card", "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n", "imports.not-a-table"],
  ["a zip file cut off", Buffer.from("PK\u0003\u0004 and no more", "latin1"), "imports.workbook-broken"],
  ["an empty zip file", Buffer.from("PK\u0005\u0006", "latin1"), "imports.not-a-workbook"],
  ["too many columns", `${"a,".repeat(16_384)}b\n1\n`, "imports.columns-too-many"],
])("%s is refused with its own code", async (_, bytes, code) => {
  await expect(readAll(sourceOf(bytes))).rejects.toMatchObject({ code });
});

test("10,000 columns are columns", async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const { table, cells } = await readAll(sourceOf(writeCsv([names, names, names])));
  expect(table.columns).toHaveLength(10_000);
  expect(cells).toHaveLength(2);
});
