import { idSchema, invalid } from "@guildhall/core";
import { fieldOfColumn } from "@guildhall/core/grid";
import type { Ctx, Sql } from "@guildhall/db";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import { sql } from "kysely";
import { z } from "zod";
import { holdHierarchy, upFrom } from "../companies/hierarchy.ts";
import type { Field } from "../fields/field.ts";
import { fieldValueSchema } from "../fields/field-value.ts";
import type { GridName } from "../grid/grid-column.ts";
import { listGridFields } from "../grid/list-fields.ts";
import { stages } from "../people/person.ts";
import type { BulkChange, BulkSkipReason } from "./bulk-edit-input.ts";

/** A change that can be made: what it names is there, and its values are those that are kept. */
export type CheckedChange =
  | { readonly kind: "columns"; readonly columns: readonly Assignment[] }
  | { readonly kind: "delete" }
  | { readonly kind: "audience"; readonly audienceId: string };

/** A column of the table with what it becomes, as SQL on the row `r`. */
export interface Assignment {
  readonly column: string;
  readonly value: Sql;
  /** Rows that it is not for, and why. */
  readonly except?: { readonly reason: BulkSkipReason; readonly ids: readonly string[] };
}

/** Checks a change against the hall: its fields, tags, staff, audiences. */
export async function checkChange(ctx: Ctx, grid: GridName, change: BulkChange): Promise<CheckedChange> {
  if ("delete" in change) return { kind: "delete" };
  if ("addToAudience" in change) return { kind: "audience", audienceId: await listAudience(ctx, grid, change) };
  if ("tag" in change || "untag" in change) return { kind: "columns", columns: [await tagged(ctx, change)] };
  const set = "set" in change ? change.set : change;
  if (Object.keys(set).length === 0) throw invalid("core.invalid");
  return { kind: "columns", columns: await assigned(ctx, grid, set) };
}

async function listAudience(
  ctx: Ctx,
  grid: GridName,
  { addToAudience }: Extract<BulkChange, { addToAudience: string }>,
) {
  const audience = await ctx.db
    .selectFrom("audience")
    .select("id")
    .where("id", "=", addToAudience)
    .where("kind", "=", "list") // others are filled by what they stand for
    .executeTakeFirst();
  if (!audience || grid !== "people") throw invalid("people.bulk-audience-unknown");
  return audience.id;
}

async function tagged(ctx: Ctx, change: { tag: string[] } | { untag: string[] }): Promise<Assignment> {
  if ("untag" in change) {
    const value = sql`array(select t.id from unnest(r.tag_ids) with ordinality t (id, place) where t.id <> all (${change.untag}::uuid[]) order by t.place)`;
    return { column: "tag_ids", value };
  }
  const wanted = [...new Set(change.tag)];
  const { rows } = await sql<{ n: number }>`select count(*) as n from tag where id = any (${wanted}::uuid[])`.execute(
    ctx.db,
  );
  if (rows[0]?.n !== wanted.length) throw invalid("people.bulk-tag-unknown");
  const value = sql`r.tag_ids || array(select t.id from unnest(${wanted}::uuid[]) with ordinality t (id, place) where t.id <> all (r.tag_ids) order by t.place)`;
  return { column: "tag_ids", value };
}

type Write = (ctx: Ctx, value: unknown) => Promise<Assignment>;

const plain =
  (column: string, schema: z.ZodType<string | null>): Write =>
  async (_, value) => ({ column, value: sql`${schema.parse(value)}::text` });

const owner: Write = async (ctx, value) => {
  const id = idSchema("person").nullable().parse(value);
  if (id && !(await isStaff(ctx, id))) throw invalid("people.bulk-owner-unknown");
  return { column: "owner_person_id", value: sql`${id}::uuid` };
};

/** Those above it cannot come below it, and stay where they are. */
const parent: Write = async (ctx, value) => {
  const id = idSchema("company").nullable().parse(value);
  if (id === null) return { column: "parent_id", value: sql`null::uuid` };
  await holdHierarchy(ctx);
  const ids = await upFrom(ctx, id);
  if (ids.length === 0) throw invalid("people.company-gone");
  return { column: "parent_id", value: sql`${id}::uuid`, except: { reason: "circle", ids } };
};

/** The columns of each grid's own that many rows can be given at once. */
const writable: Readonly<Record<GridName, Readonly<Record<string, Write>>>> = {
  people: {
    stage: plain("stage", z.enum(stages).nullable()),
    owner,
    language: plain("locale", z.enum(["en", "zh-CN"]).nullable()),
    timeZone: plain("time_zone", timeZoneSchema.nullable()),
  },
  companies: { owner, parent },
};

async function assigned(ctx: Ctx, grid: GridName, set: Readonly<Record<string, unknown>>): Promise<Assignment[]> {
  const own = Object.entries(set).filter(([column]) => fieldOfColumn(column) === null);
  const columns: Assignment[] = [];
  for (const [column, value] of own) {
    const write = writable[grid][column];
    if (!write) throw invalid("people.bulk-column", {}, { column });
    columns.push(await write(ctx, value));
  }
  const fields = await fieldsAssigned(ctx, grid, set);
  return fields ? [...columns, fields] : columns;
}

/** All fields together: they are one column. */
async function fieldsAssigned(
  ctx: Ctx,
  grid: GridName,
  set: Readonly<Record<string, unknown>>,
): Promise<Assignment | null> {
  const asked = Object.entries(set).flatMap(([column, value]) => {
    const id = fieldOfColumn(column);
    return id === null ? [] : [{ id, value }];
  });
  if (asked.length === 0) return null;
  const fields = await listGridFields(ctx, grid === "people" ? "person" : "company");
  const given: Record<string, unknown> = {};
  const emptied: string[] = [];
  for (const { id, value } of asked) {
    const field = fields.find((each) => each.id === id);
    if (!field) throw invalid("core.grid-column-unknown", {}, { column: id });
    if (value === null && field.required) throw invalid("people.bulk-field-required", {}, { field: field.name });
    if (value === null) emptied.push(id);
    else given[id] = await fieldValue(ctx, field, value);
  }
  return { column: "fields", value: sql`(r.fields || ${JSON.stringify(given)}::jsonb) - ${emptied}::text[]` };
}

async function fieldValue(ctx: Ctx, field: Field, value: unknown): Promise<unknown> {
  const parsed = fieldValueSchema(field).parse(value);
  if (field.type !== "relation") return parsed;
  const table = sql.table(field.settings.target ?? "person");
  const { rows } = await sql`select from ${table} where id = ${String(parsed)}::uuid`.execute(ctx.db);
  if (rows.length === 0) throw invalid("people.bulk-record-unknown");
  return parsed;
}

async function isStaff(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql`select from membership m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    where m.person_id = ${personId}::uuid and p.erased_at is null`.execute(ctx.db);
  return rows.length > 0;
}
