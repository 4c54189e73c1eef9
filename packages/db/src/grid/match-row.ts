import { invalid } from "@guildhall/core";
import { sql } from "kysely";
import type { Asked } from "./asked.ts";
import type { Sql } from "./grid-source.ts";
import { writings } from "./writings.ts";

/** Whether a row's value, which is null where it has none, is one that is asked for. */
type Match = (asked: Asked) => Sql<boolean>;

/** Text in any script: no matter the case, the width, the accents. */
export function matchText(value: Sql): Match {
  return (asked) => {
    if (asked.is !== "text") return whether(asked, value);
    const folded = sql`fold_text(${value})`;
    const wanted = sql`fold_text(${asked.text}::text)`;
    const ways = {
      is: sql<boolean>`${folded} = ${wanted}`,
      "is-not": sql<boolean>`${folded} is distinct from ${wanted}`,
      contains: /^\p{Script=Han}+$/u.test(asked.text) // these fold to themselves
        ? sql<boolean>`strpos(${value}, ${asked.text}::text) > 0`
        : sql<boolean>`strpos(${folded}, ${wanted}) > 0`,
      "starts-with": sql<boolean>`starts_with(${folded}, ${wanted})`,
    };
    return ways[asked.how];
  };
}

/** Text that an index knows in lower case: compared as it is there, but for `contains`. */
export function matchIndexedText(value: Sql): Match {
  const folded = matchText(value);
  return (asked) => {
    if (asked.is !== "text" || asked.how === "contains") return folded(asked);
    const known = sql.join(writings(asked.text));
    if (asked.how === "is") return sql<boolean>`lower(${value}) in (${known})`;
    if (asked.how === "is-not") return sql<boolean>`(${value} is null or lower(${value}) not in (${known}))`;
    const starts = writings(asked.text).map((each) => sql`starts_with(lower(${value}), ${each})`);
    return sql<boolean>`(${sql.join(starts, sql` or `)})`;
  };
}

/** `value` and bounds as PostgreSQL orders them: numbers, instants, or days and instants written so that they sort. */
export function matchRange(value: Sql, type: "numeric" | "timestamptz" | "sorted"): Match {
  const written = (bound: number | string) =>
    type === "sorted" ? sql`${String(bound)}::text collate "C"` : sql`${String(bound)}::${sql.raw(type)}`;
  return (asked) => {
    if (asked.is === "not") return sql<boolean>`${value} is distinct from ${written(asked.value)}`;
    return asked.is === "range" ? between(value, asked, written) : whether(asked, value);
  };
}

/** `value` is {amount, currency}. Amounts of other currencies are neither more nor less. */
export function matchMoney(value: Sql): Match {
  const amount = sql`(${value} ->> 'amount')::numeric`;
  return (asked) => {
    if (asked.is === "not")
      return sql<boolean>`((${value} ->> 'currency')::text is distinct from ${asked.currency}::text or ${amount} <> ${String(asked.value)}::numeric)`;
    if (asked.is !== "range") return whether(asked, value);
    const range = between(amount, asked, (bound) => sql`${String(bound)}::numeric`);
    return sql<boolean>`((${value} ->> 'currency') = ${asked.currency}::text and ${range})`;
  };
}

export function matchFlag(value: Sql): Match {
  return (asked) => {
    if (asked.is !== "flag") return whether(asked, value);
    return asked.value ? sql<boolean>`${value} is true` : sql<boolean>`${value} is false`;
  };
}

/** One of a list, or a record. */
export function matchChoice(value: Sql, type: "text" | "uuid"): Match {
  return (asked) => {
    if (asked.is !== "chosen") return whether(asked, value);
    const chosen = listOf(asked.chosen, type);
    return asked.how === "none-of"
      ? sql<boolean>`(${value} is null or ${value} <> all (${chosen}))`
      : sql<boolean>`${value} = any (${chosen})`;
  };
}

/** Several of a list: an array of uuid (empty where there are none), or of jsonb (null where there are none). */
export function matchChoices(value: Sql, type: "uuid" | "jsonb"): Match {
  return (asked) => {
    if (asked.is !== "chosen") return whether(asked, type === "uuid" ? sql`nullif(${value}, '{}')` : value);
    const chosen = listOf(asked.chosen, type === "uuid" ? "uuid" : "text");
    const some = type === "uuid" ? sql`${value} && ${chosen}` : sql`${value} ?| ${chosen}`;
    if (asked.how === "any-of") return sql<boolean>`${some}`;
    if (asked.how === "none-of") return sql<boolean>`(${some}) is not true`;
    return type === "uuid" ? sql<boolean>`${value} @> ${chosen}` : sql<boolean>`${value} ?& ${chosen}`;
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What can be no id is nobody's. */
export function listOf(chosen: readonly string[], type: "text" | "uuid"): Sql {
  return type === "uuid" ? sql`${chosen.filter((each) => uuid.test(each))}::uuid[]` : sql`${[...chosen]}::text[]`;
}

function whether(asked: Asked, value: Sql): Sql<boolean> {
  if (asked.is === "empty") return sql<boolean>`${value} is null`;
  if (asked.is === "filled") return sql<boolean>`${value} is not null`;
  throw invalid("core.filter-malformed");
}

function between(
  value: Sql,
  { from, to }: Extract<Asked, { is: "range" }>,
  written: (bound: number | string) => Sql,
): Sql<boolean> {
  const ends = [
    from && sql`${value} ${sql.raw(from.inclusive ? ">=" : ">")} ${written(from.value)}`,
    to && sql`${value} ${sql.raw(to.inclusive ? "<=" : "<")} ${written(to.value)}`,
  ].filter((end) => end !== null);
  return sql<boolean>`(${sql.join(ends, sql` and `)})`;
}
