import type { Ctx, Sql } from "@guildhall/db";
import { sql } from "kysely";
import type { Batch, BatchOutcome } from "./change-rows.ts";

interface Part {
  readonly table: string;
  readonly column: string;
}

/** What goes with a record and comes back with it. */
const parts: Readonly<Record<Batch["subjectType"], readonly Part[]>> = {
  person: [
    { table: "person_identity", column: "person_id" },
    { table: "affiliation", column: "person_id" },
    { table: "audience_member", column: "person_id" },
    { table: "relationship", column: "from_person_id" },
    { table: "relationship", column: "to_person_id" },
  ],
  company: [
    { table: "company_domain", column: "company_id" },
    { table: "affiliation", column: "company_id" },
  ],
};

/** Derived, so never part of an image: they come back by themselves, with what they are derived from. */
const derived: Readonly<Record<Batch["subjectType"], readonly string[]>> = {
  person: ["email", "phone", "company_id", "job_title"],
  company: [],
};

/**
 * Takes out records that nothing but their own parts refers to, and keeps all of it so that undo brings it back as it
 * was. Whoever signs in, was merged, or is needed by anything else stays, and why is counted.
 */
export async function removeRows(ctx: Ctx, batch: Batch): Promise<BatchOutcome> {
  const { source, subjectType, ids } = batch;
  const references = await referencesTo(ctx, subjectType);
  const { rows } = await sql<{ id: string; reason: "signs-in" | "merged" | "in-use" | null }>`
    with there as materialized (
      select r.id from ${source.table} r where r.id = any (${[...ids]}::uuid[]) and ${source.base} order by r.id for update
    )
    select t.id, case ${whyNot(subjectType)} when ${referred(references)} then 'in-use' end as reason from there t`.execute(
    ctx.db,
  );
  const removable = rows.flatMap(({ id, reason }) => (reason === null ? [id] : []));
  if (removable.length > 0) await takeOut(ctx, batch, removable);
  const because = (reason: string) => rows.filter((row) => row.reason === reason).length;
  return {
    changed: removable.length,
    reasons: {
      "signs-in": because("signs-in"),
      merged: because("merged"),
      "in-use": because("in-use"),
      gone: ids.length - rows.length,
    },
  };
}

function whyNot(subjectType: Batch["subjectType"]): Sql {
  if (subjectType === "company") return sql``;
  return sql`
    when exists (select from login l where l.person_id = t.id) or exists (select from membership m where m.person_id = t.id) then 'signs-in'
    when exists (select from person q where q.canonical_id = t.id) then 'merged'`;
}

const referred = (references: readonly Part[]): Sql =>
  references.length === 0
    ? sql`false`
    : sql.join(
        references.map(
          ({ table, column }) => sql`exists (select from ${sql.table(table)} o where ${sql.ref(`o.${column}`)} = t.id)`,
        ),
        sql` or `,
      );

/** Who else holds on to records of this table, read from the catalogue, so that no domain to come is forgotten. */
async function referencesTo(ctx: Ctx, subjectType: Batch["subjectType"]): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select c.conrelid::regclass::text as "table", a.attname::text as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'tenant_id'
    where c.contype = 'f' and c.confrelid = ${subjectType}::regclass
    order by 1, 2`.execute(ctx.db);
  const own = new Set(parts[subjectType].map(({ table, column }) => `${table}.${column}`));
  // What people's company is, is derived from their affiliations, which go too.
  return rows.filter(
    ({ table, column }) => !own.has(`${table}.${column}`) && `${table}.${column}` !== "person.company_id",
  );
}

async function takeOut(ctx: Ctx, { source, subjectType, changeSetId }: Batch, ids: readonly string[]): Promise<void> {
  const keep = (subject: string, image: Sql, personId: Sql, version: Sql) => sql`
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, subject_version, person_id, before, after)
    select ${ctx.tenant.id}::uuid, ${changeSetId}::uuid, ${subject}, g.id, ${version}, ${personId}, ${image}, null from gone g`;
  for (const { table, column } of parts[subjectType]) {
    const personId =
      subjectType === "person" ? sql.ref(`g.${column}`) : table === "affiliation" ? sql`g.person_id` : sql`null::uuid`;
    await sql`with gone as (delete from ${sql.table(table)} p where ${sql.ref(`p.${column}`)} = any (${[...ids]}::uuid[]) returning p.*)
      ${keep(table, sql`to_jsonb(g)`, personId, sql`null::bigint`)}`.execute(ctx.db);
  }
  const image = sql`to_jsonb(g) - ${[...derived[subjectType]]}::text[]`;
  const personId = subjectType === "person" ? sql`g.id` : sql`null::uuid`;
  await sql`with gone as (delete from ${source.table} r where r.id = any (${[...ids]}::uuid[]) returning r.*)
    ${keep(subjectType, image, personId, sql`g.version`)}`.execute(ctx.db);
}
