import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { UndoableTable } from "@guildhall/tenancy";
import { type RawBuilder, sql } from "kysely";

interface Removal {
  readonly table: UndoableTable;
  /** Which rows, called t. */
  readonly where: RawBuilder<unknown>;
  readonly changeSetId: Id<"change_set">;
}

const aboutPeople: ReadonlySet<UndoableTable> = new Set(["affiliation", "audience_member"]);

/** Takes rows out, and remembers them as they were for undoing; resolves to how many. However many, it is one statement. */
export async function removeRemembered(ctx: Ctx, { table, where, changeSetId }: Removal): Promise<number> {
  const person = aboutPeople.has(table) ? sql`gone.person_id` : sql`null::uuid`;
  const { numAffectedRows = 0n } = await sql`
    with gone as (delete from ${sql.table(table)} t where t.tenant_id = ${ctx.tenant.id} and ${where} returning *)
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, before)
    select gone.tenant_id, ${changeSetId}, ${table}, gone.id, ${person}, to_jsonb(gone) from gone`.execute(ctx.db);
  return Number(numAffectedRows);
}

interface Stamping {
  readonly table: "company" | "audience";
  readonly id: Id<"company"> | Id<"audience">;
  readonly changeSetId: Id<"change_set">;
}

/** Says that a record was changed just now by what belongs to it, and remembers when it had been changed last. */
export async function stampRemembered(ctx: Ctx, { table, id, changeSetId }: Stamping): Promise<void> {
  await sql`
    with stamped as (
      update ${sql.table(table)} t set updated_at = ${ctx.clock.now()} where t.tenant_id = ${ctx.tenant.id} and t.id = ${id}
      returning t.tenant_id, t.id, old.updated_at as before, new.updated_at as after)
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, before, after)
    select s.tenant_id, ${changeSetId}, ${table}, s.id,
      jsonb_build_object('updated_at', s.before), jsonb_build_object('updated_at', s.after) from stamped s`.execute(
    ctx.db,
  );
}
