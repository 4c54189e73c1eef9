import { expect, test } from "vitest";
import type { CellKind, Row, RowNote } from "../reading/table.ts";
import { readPerson } from "./read-person.ts";
import type { ColumnMapping, Mapping } from "./target.ts";

type Column = Omit<ColumnMapping, "column">;

function read(
  columns: readonly Column[],
  cells: readonly string[],
  { kinds, notes, ...options }: Partial<Mapping> & { kinds?: readonly CellKind[]; notes?: readonly RowNote[] } = {},
) {
  const mapping: Mapping = {
    columns: columns.map((each, column) => ({ ...each, column })),
    defaultCountry: null,
    countryColumn: null,
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    ...options,
  };
  const row: Row = { kind: "row", number: 7, line: 9, cells, ...(kinds && { kinds }), ...(notes && { notes }) };
  const read = readPerson(row, mapping);
  if (read.outcome === "empty") throw new Error("an empty row says nothing");
  return read;
}

const email: Column = { target: { to: "email" } };
const phone: Column = { target: { to: "phone" } };
const field = (
  type: "date" | "money" | "number" | "multi-select" | "text" | "boolean",
  more: Partial<Column> = {},
): Column => ({
  target: { to: "new-field", name: "x", type },
  ...more,
});

test("a row is a person by any identity, each kept once", () => {
  const row = read(
    [email, email, phone, phone, { target: { to: "handle", provider: "wechat" } }],
    [" A@Example.com; b@example.com", "a@example.com", "'+86 138 0013 8000", "+8613800138000", "@WX_Ada"],
  );
  expect(row.outcome).toBe("person");
  expect(row.identities).toEqual([
    { kind: "email", provider: "", value: "a@example.com", column: 0 },
    { kind: "email", provider: "", value: "b@example.com", column: 0 },
    { kind: "phone", provider: "", value: "+8613800138000", column: 2 },
    { kind: "handle", provider: "wechat", value: "wx_ada", column: 4 },
  ]);
});

test("a row without an identity is refused, an outside id or a name notwithstanding", () => {
  const row = read(
    [{ target: { to: "full-name" } }, { target: { to: "external-id", provider: "shopify" } }, email],
    ["Test User", "'6800", "not-an-email"],
  );
  expect(row).toMatchObject({
    outcome: "refused",
    code: "imports.no-identity",
    number: 7,
    fullName: "Test User",
    outsideIds: [{ provider: "shopify", value: "6800", column: 1 }],
    problems: [{ column: 2, code: "imports.email-malformed", written: "not-an-email" }],
  });
});

test("a cell that cannot be what its column is, is left out; the rest of the row stands", () => {
  const row = read([email, phone, field("date"), field("number")], ["a@example.com", "12345", "soon", "many"], {
    defaultCountry: "CN",
  });
  expect(row.outcome).toBe("person");
  expect(row.fields).toEqual([]);
  expect(row.problems.map(({ column, code }) => [column, code])).toEqual([
    [1, "imports.phone-malformed"],
    [2, "imports.date-malformed"],
    [3, "imports.number-malformed"],
  ]);
});

test("an empty row says nothing", () => {
  const mapping: Mapping = { columns: [], defaultCountry: null, countryColumn: null, timeZone: "UTC", currency: "EUR" };
  expect(readPerson({ kind: "row", number: 3, line: 3, cells: ["", "  "] }, mapping)).toEqual({
    outcome: "empty",
    number: 3,
  });
});

test.each([
  [
    ["怡娟", "王", ""],
    ["王怡娟", "王", "怡娟"],
  ],
  [
    ["Olu", "García Márquez", ""],
    ["Olu García Márquez", "García Márquez", "Olu"],
  ],
  [
    ["", "Null", ""],
    ["Null", "Null", null],
  ],
  [
    ["Ada", "Byron", "Ada Lovelace"],
    ["Ada Lovelace", "Byron", "Ada"],
  ],
  [
    ["", "", "Smith, John"],
    ["John Smith", "Smith", "John"],
  ],
  [
    ["", "", "John Smith, Jr."],
    ["John Smith, Jr.", null, null],
  ],
  [
    ["", "", ""],
    [null, null, null],
  ],
])("given, family and full name %j are %j", (cells, names) => {
  const row = read(
    [{ target: { to: "given-name" } }, { target: { to: "family-name" } }, { target: { to: "full-name" } }, email],
    [...cells, "a@example.com"],
  );
  expect([row.fullName, row.familyName, row.givenName]).toEqual(names);
});

test("a phone is read by the country of its row, then by the file's", () => {
  const columns = [phone, { target: { to: "skip" } } as const];
  const options = { countryColumn: 1, defaultCountry: "CN" };
  expect(read(columns, ["07700 900277", "United Kingdom"], options).identities[0]?.value).toBe("+447700900277");
  expect(read(columns, ["13800138000", ""], options).identities[0]?.value).toBe("+8613800138000");
});

test("fields are read by their column's ways", () => {
  const row = read(
    [
      email,
      field("date", { dateOrder: "dmy" }),
      field("money", { decimalMark: ",", currency: "EUR" }),
      field("money"),
      field("multi-select"),
      field("boolean"),
      field("text"),
    ],
    ["a@example.com", "03/07/1980", "1.647,96", "￥7,409.40", '"VIP","a, b"', "是", '=HYPERLINK("x")'],
  );
  expect(row.fields).toEqual([
    { column: 1, value: "1980-07-03" },
    { column: 2, value: { amount: 164_796, currency: "EUR" } },
    { column: 3, value: { amount: 740_940, currency: "CNY" } },
    { column: 4, value: ["VIP", "a, b"] },
    { column: 5, value: true },
    { column: 6, value: '=HYPERLINK("x")' },
  ]);
  expect([row.problems, row.doubts]).toEqual([[], []]);
});

test("a workbook's number has a point in every language, and its computed amounts are rounded", () => {
  const kinds: CellKind[] = ["text", "number", "number"];
  const row = read(
    [email, field("number", { decimalMark: "," }), field("money", { decimalMark: "," })],
    ["a@example.com", "1.234", "12.3456"],
    { kinds },
  );
  expect(row.fields).toEqual([
    { column: 1, value: "1.234" },
    { column: 2, value: { amount: 1_235, currency: "CNY" } },
  ]);
});

test("errors of a workbook and characters that were lost are left out", () => {
  const row = read([email, field("text"), field("text")], ["a@example.com", "#N/A", "caf\ufffd"], {
    kinds: ["text", "error", "text"],
    notes: [{ column: 2, code: "imports.cell-unreadable" }],
  });
  expect(row.fields).toEqual([]);
  expect(row.problems.map(({ code }) => code)).toEqual(["imports.cell-unreadable", "imports.cell-error"]);
});

test("consent is a word or the time it was given, and the later word counts", () => {
  const consent: Column = { target: { to: "email-consent" } };
  const ended: Column = { target: { to: "email-consent-ended" } };
  expect(read([email, consent], ["a@example.com", "yes"]).consents).toEqual({ email: { granted: true, at: null } });
  expect(read([email, consent], ["a@example.com", "Unsubscribed"]).consents).toEqual({
    email: { granted: false, at: null },
  });
  expect(read([email, consent, ended], ["a@example.com", "2024-09-20 08:20:00", "2025-01-01 00:00"]).consents).toEqual({
    email: { granted: false, at: "2024-12-31T16:00:00.000Z" },
  });
  expect(read([email, consent, ended], ["a@example.com", "2025-09-20", "2025-01-01"]).consents.email?.granted).toBe(
    true,
  );
  expect(read([email, { target: { to: "sms-consent" } }], ["a@example.com", "perhaps"]).problems[0]?.code).toBe(
    "imports.boolean-malformed",
  );
});

test("what else a person has", () => {
  const row = read(
    [
      email,
      { target: { to: "company" } },
      { target: { to: "tags" } },
      { target: { to: "tags" } },
      { target: { to: "owner" } },
      { target: { to: "since" } },
      { target: { to: "language" } },
      { target: { to: "time-zone" } },
      { target: { to: "note" } },
      { target: { to: "note" } },
    ],
    [
      "a@example.com",
      "  云岭   户外 ",
      "VIP, retail",
      "vip;露营",
      "Lin@Yuanshan.example",
      "2021-06-02",
      "中文",
      "europe/berlin",
      "one\r\ntwo",
      "three",
    ],
  );
  expect(row).toMatchObject({
    company: "云岭 户外",
    tags: ["VIP", "retail", "露营"],
    owner: "lin@yuanshan.example",
    since: "2021-06-01T16:00:00.000Z",
    language: "zh-CN",
    timeZone: "Europe/Berlin",
    notes: ["one\ntwo", "three"],
  });
});

test("a row made to be slow is read as quickly as any", () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `a${at}@example.com`).join(";");
  const wide = Array.from({ length: 5_000 }, (_, at) => `a${at}@example.com`);
  expect(read([email, phone], [many, "1234567;".repeat(100_000)]).problems).toHaveLength(2);
  const row = read(
    wide.map(() => email),
    wide,
  );
  expect([row.identities.length, row.problems.length]).toEqual([100, 4_900]);
});
