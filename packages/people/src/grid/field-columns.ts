import { type ColumnId, fieldColumn } from "@guildhall/core/grid";
import { fieldColumnOf, type GridColumn as SourceColumn, type Sql } from "@guildhall/db";
import { sql } from "kysely";
import { columnKindOf, type Field } from "../fields/field.ts";
import type { GridColumn } from "./grid-column.ts";

const targets = { person: sql`person`, company: sql`company` } as const;

/** The columns of a hall's own fields, as the database is asked about them. */
export function fieldSources(fields: readonly Field[], table: Sql): [ColumnId, SourceColumn][] {
  return fields.map((field) => [
    fieldColumn(field.id),
    fieldColumnOf({
      id: field.id,
      kind: columnKindOf[field.type],
      options: field.options.map(({ id }) => id),
      target: field.type === "relation" ? { table: targets[field.settings.target ?? "person"] } : null,
      table,
    }),
  ]);
}

const wide: Partial<Record<Field["type"], number>> = { text: 180, "long-text": 280, url: 200, email: 220 };

/** The same columns as pages know them. */
export function fieldColumns(fields: readonly Field[], mayEdit: boolean): GridColumn[] {
  return fields.map((field) => ({
    id: fieldColumn(field.id),
    kind: columnKindOf[field.type],
    name: field.name,
    type: field.type,
    options: field.options.length > 0 ? field.options : null,
    target: field.type === "relation" ? (field.settings.target ?? "person") : null,
    settings: field.settings,
    sortable: true,
    filterable: true,
    editable: mayEdit,
    width: wide[field.type] ?? 140,
  }));
}
