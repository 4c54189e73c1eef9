import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Mapping, PersonTarget } from "../mapping/target.ts";
import { personTargets } from "../mapping/target.ts";
import type { Rules } from "./plan/rules.ts";
import type { FieldRule } from "./plan/words.ts";
import type { ImportRun } from "./runs/import-run.ts";
import { listPersonFields } from "./runs/person-fields.ts";

/** The rules of a run, as the hall's fields and staff stand now. */
export async function readRules(ctx: Ctx, run: ImportRun, mapping: Mapping): Promise<Rules> {
  return {
    mode: run.mode,
    source: run.source,
    fields: await fieldsOf(ctx, run, mapping),
    columns: columnsOf(mapping),
    staff: await readStaff(ctx),
  };
}

/** Rules whose fields may grow by themselves: what a batch adds to them is forgotten with the batch. */
export function ownFields(rules: Rules): Rules {
  return { ...rules, fields: new Map([...rules.fields].map(([column, field]) => [column, { ...field }])) };
}

/** Fields that the file makes are open: they take every choice that it brings. Columns of one field share it. */
async function fieldsOf(ctx: Ctx, run: ImportRun, mapping: Mapping): Promise<Map<number, FieldRule>> {
  const known = new Map((await listPersonFields(ctx)).map((field) => [field.id as string, field]));
  const made = await madeBy(ctx, run);
  const rules = new Map<number, FieldRule>();
  for (const { column, target } of mapping.columns) {
    if (target.to === "field") {
      const field = known.get(target.fieldId);
      if (field)
        rules.set(column, {
          id: field.id,
          name: field.name,
          type: field.type,
          options: field.options,
          open: made.has(field.id),
        });
    } else if (target.to === "new-field") {
      const id = `new-${column}` as Id<"field">;
      rules.set(column, { id, name: target.name, type: target.type, options: [], open: true });
    }
  }
  return rules;
}

async function madeBy(ctx: Ctx, { changeSetId }: ImportRun): Promise<Set<string>> {
  if (!changeSetId) return new Set();
  const rows = await ctx.db
    .selectFrom("change_set_item")
    .select("subject_id")
    .where("change_set_id", "=", changeSetId)
    .where("subject_type", "=", "field")
    .where("before", "is", null)
    .execute();
  return new Set(rows.map(({ subject_id }) => subject_id));
}

function columnsOf({ columns }: Mapping): Map<PersonTarget, number> {
  const first = new Map<PersonTarget, number>();
  for (const { column, target } of columns) {
    const to = personTargets.find((each) => each === target.to);
    if (to && !first.has(to)) first.set(to, column);
  }
  return first;
}

/** Whoever may look after people, by their addresses and by names that only one of them has. */
async function readStaff(ctx: Ctx): Promise<Map<string, Id<"person">>> {
  const { rows } = await sql<{ id: Id<"person">; name: string; email: string | null }>`
    select p.id, lower(p.full_name) as name, i.value as email
    from membership m
    join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    left join person_identity i on i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'email'`.execute(
    ctx.db,
  );
  const staff = new Map<string, Id<"person">>();
  const doubled = new Set<string>();
  for (const { id, name, email } of rows) {
    if (email) staff.set(email, id);
    const other = staff.get(name);
    if (other && other !== id) doubled.add(name);
    staff.set(name, id);
  }
  for (const name of doubled) staff.delete(name);
  return staff;
}
