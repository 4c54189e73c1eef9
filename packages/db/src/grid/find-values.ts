import { sql } from "kysely";
import type { Asked } from "./asked.ts";
import type { GridColumn, IndexSet, Sql } from "./grid-source.ts";
import { listOf } from "./match-row.ts";
import { writings } from "./writings.ts";

type Find = GridColumn["find"];

interface Indexed {
  readonly table: Sql;
  /** The column, of the table called `x`. */
  readonly column: Sql;
  /** What the index is limited to; of `x`. */
  readonly where: Sql<boolean>;
}

/** Finds rows by a column that has an index of (tenant_id, column, id): text in lower case, ids, words, instants. */
export function findValues({ table, column, where }: Indexed, type: "text" | "uuid" | "timestamptz"): Find {
  const set = (condition: Sql, inOrder = false): IndexSet => ({
    ids: sql`select x.id from ${table} x where ${where} and ${condition}`,
    inOrder,
    once: true,
    exact: true,
  });
  return (asked) => {
    switch (asked.is) {
      case "empty":
        return set(sql`${column} is null`, true);
      case "filled":
        return set(sql`${column} is not null`);
      case "chosen":
        if (asked.how !== "any-of" || type === "timestamptz") return null;
        return asked.chosen.length === 1 && type === "text"
          ? set(sql`${column} = ${asked.chosen[0]}::text`, true)
          : set(sql`${column} = any (${listOf(asked.chosen, type)})`);
      case "text":
        return type === "text" ? byText(asked, column, set) : null;
      case "range":
        return type === "timestamptz" ? set(within(asked, column)) : null;
      default:
        return null;
    }
  };
}

function byText(
  { how, text }: Extract<Asked, { is: "text" }>,
  column: Sql,
  set: (condition: Sql, inOrder?: boolean) => IndexSet,
): IndexSet | null {
  const known = writings(text);
  if (how === "is") return set(sql`${column} in (${sql.join(known)})`);
  if (how === "is-not") return null;
  // Along the whole index, which is a tenth of the table.
  const read = how === "contains" ? sql`strpos` : sql`starts_with`;
  const tests = known.map((each) =>
    how === "contains" ? sql`${read}(${column}, ${each}) > 0` : sql`${read}(${column}, ${each})`,
  );
  return { ...set(sql`(${sql.join(tests, sql` or `)})`), slow: true, exact: false };
}

function within({ from, to }: Extract<Asked, { is: "range" }>, column: Sql): Sql {
  const ends = [
    from && sql`${column} ${sql.raw(from.inclusive ? ">=" : ">")} ${String(from.value)}::timestamptz`,
    to && sql`${column} ${sql.raw(to.inclusive ? "<=" : "<")} ${String(to.value)}::timestamptz`,
  ].filter((end) => end !== null);
  return sql.join(ends, sql` and `);
}
