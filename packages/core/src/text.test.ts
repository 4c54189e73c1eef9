import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineSchema, textSchema } from "./text.ts";

const line = lineSchema(80);
const text = textSchema(500);
const codeOf = (schema: typeof line, value: unknown) => schema.safeParse(value).error?.issues.map((it) => it.message);

/** Everything that a keyboard, a clipboard or an enemy may send. */
const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.string({ unit: "binary", maxLength: 120 }),
  fc
    .array(
      fc.constantFrom("a", "会", "é", "e\u0301", " ", "\u200b", "\u0000", "\u202e", "\n", "\r\n", "\t", "🏔️", "\ud800"),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join("")),
);

describe.each([
  ["a line", line],
  ["a text", text],
])("%s", (_, schema) => {
  test("takes its own output again, unchanged", () => {
    fc.assert(
      fc.property(anything, (given) => {
        const first = schema.safeParse(given);
        if (first.success) expect(schema.parse(first.data)).toBe(first.data);
      }),
    );
  });

  test("is composed, trimmed, visible, and fits the database and any page", () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { data } = schema.safeParse(given);
        if (data === undefined) return;
        expect(data).toBe(data.trim().normalize("NFC"));
        expect(data.isWellFormed()).toBe(true);
        expect(data.replaceAll(/[\n\t]/g, "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(data).toMatch(/[^\s\u200b]/u);
      }),
    );
  });

  test("gives one reason at a time", () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { success, error } = schema.safeParse(given);
        if (!success) expect(error.issues).toHaveLength(1);
      }),
    );
  });
});

test.each(["", "   ", "\n", "\u200b\u200d", "\u2800", "\u3164", undefined, null, 7])("%j is empty", (given) => {
  expect(codeOf(line, given)).toEqual(["core.text-empty"]);
});

test("a schema may say better what is missing", () => {
  expect(codeOf(lineSchema(80, { empty: "people.name-missing" }), " ")).toEqual(["people.name-missing"]);
});

test.each(["a\u0000b", "a\u202eb", "a\u2066b", "a\u0085b", "a\u001bb", "\ud800", "a\nb", "a\tb", "a\u2028b"])(
  "%j is no line",
  (given) => {
    expect(codeOf(line, given)).toEqual(["core.text-control"]);
  },
);

test("a text keeps its lines, however they were ended", () => {
  expect(text.parse("one\r\ntwo\rthree\n\tfour")).toBe("one\ntwo\nthree\n\tfour");
});

test.each([
  ["e\u0301", "é"],
  ["  远山户外 ", "远山户外"],
  ["Ó Súilleabháin", "Ó Súilleabháin"],
  ["'; drop table person; --", "'; drop table person; --"],
  ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
  ["عمر 2 \u200fab", "عمر 2 \u200fab"],
])("%j is %j", (given, kept) => {
  expect(line.parse(given)).toBe(kept);
});

test("80 fit, 81 do not, and the reason says so", () => {
  expect(line.parse("会".repeat(80))).toHaveLength(80);
  expect(codeOf(line, "会".repeat(81))).toEqual(["core.text-too-long?most=80"]);
  expect(codeOf(line, "x".repeat(2_000_000))).toEqual(["core.text-too-long?most=80"]);
});
