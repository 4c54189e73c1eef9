import type { ColumnKind } from "@guildhall/core/grid";
import { sql } from "kysely";
import { findEntries, type KeyForm } from "./find-entries.ts";
import { findValues } from "./find-values.ts";
import type { ColumnOrder, GridColumn, Sql } from "./grid-source.ts";
import {
  matchChoice,
  matchChoices,
  matchFlag,
  matchIndexedText,
  matchMoney,
  matchRange,
  matchText,
} from "./match-row.ts";

interface OwnColumn {
  readonly table: Sql;
  readonly name: string;
  /** What the column's index is limited to, of a table called `x`; null where it has none. */
  readonly indexed: Sql<boolean> | null;
  readonly nullable: boolean;
}

/** A column of the grid's own table. */
export function ownColumn(
  kind: "text" | "instant" | "choice" | "record",
  { table, name, indexed, nullable }: OwnColumn,
): GridColumn {
  const value = sql.ref(`r.${name}`);
  const index = indexed && { table, column: sql.ref(`x.${name}`), where: indexed };
  const ways = {
    text: { matches: index ? matchIndexedText(value) : matchText(value), type: "text" },
    instant: { matches: matchRange(value, "timestamptz"), type: "timestamptz" },
    choice: { matches: matchChoice(value, "text"), type: "text" },
    record: { matches: matchChoice(value, "uuid"), type: "uuid" },
  } as const;
  return {
    kind,
    matches: ways[kind].matches,
    find: index ? findValues(index, ways[kind].type) : findNothing,
    order: { keys: [value], nullable, walk: index ? { by: "rows" } : null },
  };
}

export const findNothing = () => null;

/** What relations lead to. */
interface RecordTarget {
  readonly table: Sql;
}

export interface FieldColumn {
  readonly id: string;
  readonly kind: ColumnKind;
  /** Of choices: their ids in the order in which they are sorted. */
  readonly options: readonly string[];
  /** Of a relation. */
  readonly target: RecordTarget | null;
  /** The grid's table. */
  readonly table: Sql;
}

/** A column of a field that the hall made. */
export function fieldColumnOf(field: FieldColumn): GridColumn {
  const text = sql`(r.fields ->> ${field.id}::text)`;
  const sorted = sql`(${text} collate "C")`;
  const json = sql`(r.fields -> ${field.id}::text)`;
  const ways: Readonly<Record<ColumnKind, { matches: GridColumn["matches"]; form: KeyForm; key: Sql | null }>> = {
    text: { matches: matchIndexedText(text), form: "text", key: sql`lower(left(${text}, 100))` },
    number: {
      matches: matchRange(sql`${text}::numeric`, "numeric"),
      form: "number",
      key: sql`(case when ${text} is not null then number_key(${text}::numeric) end)`,
    },
    money: {
      matches: matchMoney(json),
      form: "money",
      key: sql`((${json} ->> 'currency') || number_key((${json} ->> 'amount')::numeric))`,
    },
    date: { matches: matchRange(sorted, "sorted"), form: "date", key: text },
    instant: { matches: matchRange(sorted, "sorted"), form: "instant", key: sql`lower(${text})` },
    boolean: { matches: matchFlag(sql`${text}::boolean`), form: "flag", key: text },
    choice: { matches: matchChoice(text, "text"), form: "choice", key: null },
    choices: { matches: matchChoices(json, "jsonb"), form: "choices", key: null },
    record: { matches: matchChoice(text, "text"), form: "record", key: null },
  };
  const { matches, form, key } = ways[field.kind];
  return {
    kind: field.kind,
    matches,
    find: findEntries(field.id, form),
    order: key ? byKey(field.id, key) : field.kind === "record" ? byTarget(field, text) : byOption(field, text, json),
  };
}

function byKey(fieldId: string, key: Sql): ColumnOrder {
  return {
    keys: [sql`(${key} collate "C")`],
    nullable: true,
    walk: {
      by: "places",
      from: sql`field_entry w`,
      where: sql<boolean>`w.field_id = ${fieldId}::uuid`,
      keys: [sql`w.key`],
      through: null,
      joins: sql<boolean>`r.id = w.subject_id`,
      rowId: sql`w.subject_id`,
    },
  };
}

function byTarget({ id, target, table }: FieldColumn, text: Sql): ColumnOrder | null {
  if (!target) return null;
  const of = (column: string) =>
    sql`(select ${sql.ref(`t.${column}`)} from ${target.table} t where t.tenant_id = r.tenant_id and t.id = ${text}::uuid)`;
  return {
    keys: [of("sort_name"), of("id")],
    nullable: true,
    walk: {
      by: "places",
      from: sql`${target.table} w`,
      where: sql<boolean>`true`,
      keys: [sql`w.sort_name`, sql`w.id`],
      through: sql`field_entry e join ${table} r on r.tenant_id = e.tenant_id and r.id = e.subject_id`,
      joins: sql<boolean>`e.field_id = ${id}::uuid and e.key = w.id::text`,
      rowId: null,
    },
  };
}

/** Options in their own order; of several the first of a record counts. */
function byOption({ id, kind, options }: FieldColumn, text: Sql, json: Sql): ColumnOrder {
  const list = sql`${[...options]}::text[]`;
  const rank =
    kind === "choice"
      ? sql`array_position(${list}, ${text})`
      : sql`(select min(array_position(${list}, o.id)) from jsonb_array_elements_text(${json}) o (id))`;
  return {
    keys: [rank],
    nullable: true,
    walk: {
      by: "steps",
      steps: options.map((option, place) => ({
        rank: place + 1,
        from: {
          table: sql`field_entry w`,
          where: sql<boolean>`w.field_id = ${id}::uuid and w.key = ${option}::text`,
          id: sql`w.subject_id`,
        },
        where: kind === "choice" ? sql<boolean>`true` : sql<boolean>`${rank} = ${sql.lit(place + 1)}`,
      })),
    },
  };
}
