import { sql } from "kysely";
import type { Asked, Bound } from "./asked.ts";
import type { GridColumn, IndexSet, Sql } from "./grid-source.ts";
import { writings } from "./writings.ts";

type Find = GridColumn["find"];

/** How the index of fields writes the values of a field (value_keys in the migration of the record). */
export type KeyForm = "text" | "number" | "money" | "date" | "instant" | "flag" | "choice" | "choices" | "record";

/** Keys are cut here. */
const longest = 100;

/** Finds records by a field of the hall's own, out of the index of fields. */
export function findEntries(fieldId: string, form: KeyForm): Find {
  const several = form === "choices";
  const set = (where: Sql, over: Partial<IndexSet> = {}): IndexSet => ({
    ids: sql`select subject_id as id from field_entry where field_id = ${fieldId}::uuid${where}`,
    inOrder: false,
    once: !several,
    exact: true,
    ...over,
  });
  const equal = (keys: readonly Sql[], over: Partial<IndexSet> = {}) =>
    keys.length === 1
      ? set(sql` and key = ${keys[0]}`, { inOrder: true, once: true, ...over })
      : set(sql` and key in (${sql.join(keys)})`, over);
  return (asked) => {
    switch (asked.is) {
      case "filled":
        return set(sql``);
      case "flag":
        return equal([sql`${String(asked.value)}`]);
      case "chosen":
        if (asked.how !== "any-of") return null;
        return asked.chosen.length === 0 ? set(sql` and false`) : equal(asked.chosen.map((each) => sql`${each}::text`));
      case "text":
        return findText(asked.how, asked.text, set, equal);
      case "range":
        return rangeOf(asked, form, set);
      default:
        return null;
    }
  };
}

type Set = (where: Sql, over?: Partial<IndexSet>) => IndexSet;

function findText(
  how: Extract<Asked, { is: "text" }>["how"],
  text: string,
  set: Set,
  equal: (keys: readonly Sql[], over?: Partial<IndexSet>) => IndexSet,
): IndexSet | null {
  const cut = [...text].length >= longest;
  const keys = writings(text);
  if (how === "is")
    return equal(
      keys.map((key) => sql`left(${key}, ${sql.lit(longest)})`),
      { exact: !cut },
    );
  if (how !== "starts-with" || cut) return null;
  const ranges = keys.map((key) => sql`(key >= ${key} and key < ${key} || ${"\u{10ffff}"})`);
  return set(sql` and (${sql.join(ranges, sql` or `)})`);
}

/** The index writes numbers in so many digits before the point. */
const largest = 1e15 - 1;

function rangeOf(asked: Extract<Asked, { is: "range" }>, form: KeyForm, set: Set): IndexSet | null {
  const numeric = form === "number" || form === "money";
  const outside = (bound: Bound | null) => bound !== null && Math.abs(Number(bound.value)) > largest;
  if (numeric && (outside(asked.from) || outside(asked.to))) return null;
  const prefix = asked.currency ?? "";
  const key = ({ value }: Bound) =>
    numeric ? sql`${prefix} || number_key(${String(value)}::numeric)` : sql`lower(${String(value)}::text)`;
  const from = asked.from
    ? sql`key ${sql.raw(asked.from.inclusive ? ">=" : ">")} ${key(asked.from)}`
    : sql`key >= ${prefix}`;
  const to = asked.to
    ? sql`key ${sql.raw(asked.to.inclusive ? "<=" : "<")} ${key(asked.to)}`
    : sql`key < ${prefix} || ${"\u{10ffff}"}`;
  return set(sql` and ${from} and ${to}`);
}
