import { type ColumnOrder, findNothing, type GridColumn, matchChoice, matchChoices, type Sql } from "@guildhall/db";
import { sql } from "kysely";

/** The tags of a row: in the index of fields, a tag is a field of its own with an empty key. */
export function tagsColumn(table: Sql): GridColumn {
  return {
    kind: "choices",
    matches: matchChoices(sql`r.tag_ids`, "uuid"),
    find: (asked) => {
      if (asked.is !== "chosen" || asked.how !== "any-of") return null;
      const ids = asked.chosen.filter((each) => /^[0-9a-f-]{36}$/.test(each));
      const one = ids.length === 1;
      const which = one ? sql`field_id = ${ids[0]}::uuid` : sql`field_id = any (${ids}::uuid[])`;
      // Companies have tags too.
      const exact = false;
      return {
        ids: sql`select subject_id as id from field_entry where ${which} and key = ''`,
        inOrder: one,
        once: one,
        exact,
      };
    },
    order: byFirstTag(table),
  };
}

/** By the first of a row's tags, in the order of their names. */
function byFirstTag(table: Sql): ColumnOrder {
  const first = (column: string) =>
    sql`(select ${sql.ref(`t.${column}`)} from tag t where t.tenant_id = r.tenant_id and t.id = any (r.tag_ids) order by t.name_key limit 1)`;
  return {
    keys: [first("name_key"), first("id")],
    nullable: true,
    walk: {
      by: "places",
      from: sql`tag w`,
      where: sql<boolean>`true`,
      keys: [sql`w.name_key`, sql`w.id`],
      through: sql`field_entry e join ${table} r on r.tenant_id = e.tenant_id and r.id = e.subject_id`,
      joins: sql<boolean>`e.field_id = w.id and e.key = '' and ${first("id")} = w.id`,
      rowId: null,
    },
  };
}

/** The order of a record column: by what the record is sorted by. */
export function byRecord(column: string, target: Sql): ColumnOrder {
  const id = sql.ref(`r.${column}`);
  return {
    keys: [sql`(select t.sort_name from ${target} t where t.tenant_id = r.tenant_id and t.id = ${id})`, id],
    nullable: true,
    walk: {
      by: "places",
      from: sql`${target} w`,
      where: sql<boolean>`true`,
      keys: [sql`w.sort_name`, sql`w.id`],
      through: null,
      joins: sql<boolean>`${id} = w.id`,
      rowId: null,
    },
  };
}

/** A column whose values no index knows, sorted by one key. */
export function plainColumn(
  kind: GridColumn["kind"],
  matches: GridColumn["matches"],
  key: Sql,
  nullable: boolean,
): GridColumn {
  return { kind, matches, find: findNothing, order: { keys: [key], nullable, walk: null } };
}

/** How a record came to be here: one of `recordSources`. */
export function sourceColumn(): GridColumn {
  const source = sql`r.source`;
  return plainColumn("choice", matchChoice(source, "text"), sql`(${source} collate "C")`, false);
}
