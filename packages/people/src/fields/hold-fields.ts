import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { listFields } from "./field.queries.ts";
import type { Field, FieldSubject } from "./field.ts";

/** All fields of a kind of record, held still until the transaction ends: two who add or move one do it one after the other. */
export async function holdFields(ctx: Ctx, subject: FieldSubject): Promise<readonly Field[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.tenant.id}:fields:${subject}`}, 31))`.execute(
    ctx.db,
  );
  return listFields(ctx, subject, { archived: true });
}
