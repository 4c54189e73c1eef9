import { throws } from "node:assert/strict";
import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import type { Field, FieldType } from "./field.ts";
import { fieldsFormSchema, readFieldAnswers } from "./field-form.ts";

const fieldOf = (type: FieldType, over: Partial<Field> = {}): Field => ({
  id: newId(),
  subject: "person",
  key: "k",
  name: "A field",
  type,
  options: [{ id: "m", name: "Medium", tone: "neutral" }],
  settings: {},
  hint: null,
  required: false,
  position: 0,
  archived: false,
  ...over,
});

const read = (field: Field, given: string | string[], more: { zone?: string; currency?: string } = {}) =>
  readFieldAnswers(
    [field],
    fieldsFormSchema([field]).parse({
      fields: { [field.id]: given },
      ...(more.zone && { zones: { [field.id]: more.zone } }),
      ...(more.currency && { currencies: { [field.id]: more.currency } }),
    }),
    "Asia/Shanghai",
  )[field.id];

test("what a form posts becomes the stored value of each kind", () => {
  expect(read(fieldOf("text"), " 露营 ")).toBe("露营");
  expect(read(fieldOf("number"), "1250.5")).toBe(1250.5);
  expect(read(fieldOf("money", { settings: { currency: "CNY" } }), "125000")).toEqual({
    amount: 125_000,
    currency: "CNY",
  });
  expect(read(fieldOf("money", { settings: { currency: "CNY" } }), "12", { currency: "EUR" })).toEqual({
    amount: 12,
    currency: "EUR",
  });
  expect(read(fieldOf("date"), "2026-03-02")).toBe("2026-03-02");
  expect(read(fieldOf("date-time"), "2026-03-02T09:00")).toBe("2026-03-02T01:00:00.000Z");
  expect(read(fieldOf("date-time"), "2026-03-02T09:00", { zone: "Europe/Paris" })).toBe("2026-03-02T08:00:00.000Z");
  expect(read(fieldOf("boolean"), "false")).toBe(false);
  expect(read(fieldOf("select"), "m")).toBe("m");
  expect(read(fieldOf("multi-select"), ["m"])).toEqual(["m"]);
});

test("an empty answer is no value, of whatever kind", () => {
  for (const type of ["text", "number", "money", "date", "date-time", "boolean", "select"] as const)
    expect(read(fieldOf(type), "  ")).toBeNull();
  expect(read(fieldOf("multi-select"), [])).toBeNull();
});

test("what cannot be read is refused beside its field", () => {
  for (const [field, given] of [
    [fieldOf("money", { settings: { currency: "CNY" } }), "? 12"],
    [fieldOf("money"), "12"],
    [fieldOf("number"), "many"],
    [fieldOf("date"), "32 March"],
    [fieldOf("select"), "xl"],
  ] as const)
    throws(
      () => read(field, given),
      (error: { fields: object }) => Object.keys(error.fields).join() === `fields.${field.id}`,
    );
});
