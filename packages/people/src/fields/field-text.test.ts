import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field, FieldType, FieldValue } from "./field.ts";
import { formatFieldValue } from "./format-field-value.ts";
import { parseFieldText } from "./parse-field-text.ts";

const options: Field["options"] = [
  { id: "a", name: "Lyon, France", tone: "neutral" },
  { id: "b", name: "上海", tone: "jade" },
  { id: "c", name: "VIP", tone: "neutral" },
  { id: "gone", name: "Old", tone: "neutral", archived: true },
];
const fieldOf = (type: FieldType, settings: Field["settings"] = {}) => ({ type, options, settings });
const read = (type: FieldType, text: string, settings: Field["settings"] = {}) =>
  parseFieldText(fieldOf(type, settings), text, { zone: "Asia/Shanghai" });

test.each<[FieldType, string, FieldValue]>([
  ["text", "  a\r\nb ", "a b"],
  ["number", "1,204.50", 1204.5],
  ["number", "３万", 30_000],
  ["number", "-0", 0],
  ["date", "2026-3-2", "2026-03-02"],
  ["date", "2026年3月2日", "2026-03-02"],
  ["date", "Mar 2, 2026", "2026-03-02"],
  ["date", "29 February 2024", "2024-02-29"],
  ["date-time", "2026-03-02T09:00", "2026-03-02T01:00:00.000Z"],
  ["date-time", "2026-03-02T09:00:00Z", "2026-03-02T09:00:00.000Z"],
  ["date-time", "2026年3月2日 下午2:30", "2026-03-02T06:30:00.000Z"],
  ["date-time", "Mar 2, 2026, 12:05 AM", "2026-03-01T16:05:00.000Z"],
  ["boolean", "是", true],
  ["boolean", "No", false],
  ["select", "vip", "c"],
  ["select", "gone", "gone"],
  ["multi-select", "上海、lyon, france; VIP", ["a", "b", "c"]],
  ["url", "example.com/a", "https://example.com/a"],
  ["email", " Maya@Example.COM", "maya@example.com"],
  ["phone", "0086 138-0013 8000", "+8613800138000"],
])("%s reads %j", (type, text, value) => {
  expect(read(type, text)).toEqual({ ok: true, value });
});

test.each<[string, number, string]>([
  ["12.50", 1_250, "EUR"],
  ["€1,250", 125_000, "EUR"],
  ["500 JPY", 500, "JPY"],
  ["USD -4.5", -450, "USD"],
])("an amount of a field in euro reads %j", (text, amount, currency) => {
  expect(read("money", text, { currency: "EUR" })).toEqual({ ok: true, value: { amount, currency } });
});

test.each<[FieldType, string, string]>([
  ["number", "1e5", "people.field-number-malformed"],
  ["number", "1000000000000000", "people.field-number-too-large"],
  ["money", "$12", "people.field-currency-unclear"],
  ["money", "12.505", "people.field-number-malformed"],
  ["money", "12 XQQ", "people.field-number-malformed"],
  ["date", "3/4/2026", "people.field-date-malformed"],
  ["date", "2026-02-30", "people.field-date-malformed"],
  ["date", "0000-01-01", "people.field-date-malformed"],
  ["date-time", "2026-03-02", "people.field-date-malformed"],
  ["date-time", "2026-03-02 25:00", "people.field-date-malformed"],
  ["boolean", "perhaps", "people.field-boolean-malformed"],
  ["select", "Old", "people.field-option-unknown"],
  ["select", "nowhere", "people.field-option-unknown"],
  ["multi-select", "VIP, nowhere", "people.field-option-unknown"],
  ["url", "javascript:alert(1)", "people.field-url-malformed"],
  ["email", "a@b", "people.email-malformed"],
  ["phone", "13800138000", "people.phone-malformed"],
  ["relation", "Maya", "people.field-relation-unknown"],
  ["text", "a\u202eb", "core.text-control"],
])("%s refuses %j", (type, text, code) => {
  expect(read(type, text, { currency: "EUR" })).toEqual({ ok: false, code });
});

test("blank text is no value, of whatever type", () => {
  for (const type of ["text", "number", "money", "select", "multi-select", "date"] as const)
    expect(read(type, " \n ")).toEqual({ ok: true, value: null });
});

const day = fc
  .date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const currency = fc.constantFrom("EUR", "CNY", "USD", "JPY", "KWD");
const values: Partial<Record<FieldType, fc.Arbitrary<FieldValue>>> = {
  number: fc.integer({ min: -1e12, max: 1e12 }).map((value) => value / 1_000),
  money: fc.record({ amount: fc.integer({ min: -1e12, max: 1e12 }), currency }),
  date: day.map((text) => text.slice(0, 10)),
  "date-time": day
    .filter((text) => text > "1990" && text < "2100")
    .map((text) => new Date(Math.floor(Date.parse(text) / 1_000) * 1_000).toISOString()),
  boolean: fc.boolean(),
  select: fc.constantFrom("a", "b", "c"),
  "multi-select": fc.subarray(["a", "b", "c"], { minLength: 1 }),
};

test.each(Object.keys(values) as (keyof typeof values)[])("what is shown of a %s is read back as the same", (type) => {
  const arbitrary = values[type] ?? fc.constant("");
  fc.assert(
    fc.property(
      arbitrary,
      fc.constantFrom("en" as const, "zh-CN" as const),
      fc.constantFrom("Asia/Shanghai", "UTC", "Asia/Kolkata"), // clocks that never stand twice at one time
      currency,
      (value, locale, zone, own) => {
        const field = fieldOf(type, { currency: own });
        const text = formatFieldValue(field, value, { locale, zone });
        expect(parseFieldText(field, text, { zone })).toEqual({ ok: true, value });
      },
    ),
  );
});

test("an amount in another currency than the field's is named by its code; a relation by its name", () => {
  const reader = { locale: "en", zone: "UTC", names: new Map([["x", "Maya"]]) } as const;
  expect(formatFieldValue(fieldOf("money", { currency: "EUR" }), { amount: 1_250, currency: "USD" }, reader)).toBe(
    "12.50 USD",
  );
  expect(formatFieldValue(fieldOf("relation"), "x", reader)).toBe("Maya");
});
