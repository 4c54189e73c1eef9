import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Field, FieldValues } from "../fields/field.ts";
import type { RecordNames } from "./person-row.ts";

const nothing: RecordNames = {};

/** The names of what the relations of these rows lead to: all looked up at once, given out row by row. */
export async function nameRecords(
  ctx: Ctx,
  rows: readonly { readonly fields: FieldValues }[],
  fields: readonly Field[],
): Promise<(values: FieldValues) => RecordNames> {
  const relations = fields.filter(({ type }) => type === "relation");
  if (relations.length === 0) return () => nothing;
  const names = new Map<string, string>();
  for (const target of ["person", "company"] as const) {
    const led = relations.filter(({ settings }) => (settings.target ?? "person") === target);
    const ids = new Set(
      rows.flatMap((row) => led.map(({ id }) => row.fields[id])).filter((id) => typeof id === "string"),
    );
    if (ids.size === 0) continue;
    const column = target === "person" ? "full_name" : "name";
    for (const { id, name } of await namesOf(ctx, target, column, [...ids])) names.set(id, name);
  }
  return (values) =>
    Object.fromEntries(
      relations.flatMap(({ id }) => {
        const record = values[id];
        const name = typeof record === "string" ? names.get(record) : undefined;
        return typeof record === "string" && name !== undefined ? [[record, name]] : [];
      }),
    );
}

async function namesOf(ctx: Ctx, table: "person" | "company", column: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, ${sql.ref(`t.${column}`)} as name from unnest(${[...ids]}::uuid[]) as wanted (id)
    join ${sql.table(table)} t on t.id = wanted.id`.execute(ctx.db);
  return rows;
}
