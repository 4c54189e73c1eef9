import { newId } from "@guildhall/core";
import fc from "fast-check";
import type { FieldValue } from "../../fields/field.ts";
import type { MadeField } from "./oracle.ts";

export const zone = "Asia/Shanghai";
export const crowd = 70;

export const options = ["beta", "alpha", "gamma"];
export const fields: MadeField[] = (
  [
    "text",
    "long-text",
    "number",
    "money",
    "date",
    "date-time",
    "boolean",
    "select",
    "multi-select",
    "url",
    "email",
    "phone",
    "relation",
  ] as const
).map((type) => ({ id: newId(), type, options: type.endsWith("select") ? options : [] }));
export const tags = [newId(), newId(), newId()];
export const tagNames = new Map(tags.map((id, n) => [id, ["vip", "alt", "neu"][n] ?? ""]));

export const words = ["Ab", "ab", "ÁB", "ＡＢ", "b a", "张", "张伟", "x%_"];
export const days = ["2026-01-31", "2026-03-01", "2026-03-29", "2024-02-29"];
export const instants = [
  "2026-03-01T15:59:59.999Z",
  "2026-03-01T16:00:00.000Z",
  "2026-03-28T23:30:00.000Z",
  "2024-02-29T12:00:00.000Z",
];
export const numbers = [-3, 0, 1.5, 1.000001, 40, 999_999_999];
export const amounts = [-5, 0, 12_00, 99_00].flatMap((amount) =>
  ["CNY", "EUR"].map((currency) => ({ amount, currency })),
);
const plain = ["Ab", "ab", "b a", "ab c", "zz"];

export const pick = <Value>(from: readonly Value[]) => fc.constantFrom(...from);
export const some = <Value>(from: readonly Value[]) => fc.subarray([...from], { minLength: 1 });

export function valuesOf({ type }: MadeField, people: readonly string[]): fc.Arbitrary<FieldValue> {
  const ways: Record<MadeField["type"], fc.Arbitrary<FieldValue>> = {
    text: pick(plain),
    "long-text": pick(plain),
    number: pick(numbers),
    money: pick(amounts),
    date: pick(days),
    "date-time": pick(instants),
    boolean: fc.boolean(),
    select: pick(options),
    "multi-select": some(options),
    url: pick(["https://a.example", "https://b.example"]),
    email: pick(["a@b.example", "b@b.example"]),
    phone: pick(["+8613800138000", "+441632960000"]),
    relation: pick(people),
  };
  return ways[type];
}
