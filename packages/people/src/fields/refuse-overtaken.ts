import { conflict } from "@guildhall/core";
import type { FieldValues } from "./field.ts";
import { sameValue } from "./same-value.ts";

/** A record's values: what every record of its kind has by name, and the hall's own fields. */
interface Values {
  readonly plain: object;
  readonly fields: FieldValues;
}

/**
 * Throws a conflict with this code beside each value that somebody else has changed since it was read: those that are
 * `expected` and are not `current` any more.
 */
export function refuseOvertaken(
  { plain, fields }: Values,
  { fields: expectedFields = {}, ...expected }: { readonly fields?: object | undefined },
  code: string,
): void {
  const overtaken = [...differing(expected, plain), ...differing(expectedFields, fields).map((id) => `fields.${id}`)];
  if (overtaken.length > 0) throw conflict(code, {}, Object.fromEntries(overtaken.map((name) => [name, code])));
}

function differing(expected: object, current: object): string[] {
  const known = new Map<string, unknown>(Object.entries(current));
  return Object.entries(expected)
    .filter(([name, value]) => !sameValue(value, known.get(name)))
    .map(([name]) => name);
}
