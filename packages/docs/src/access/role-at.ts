import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type RawBuilder, sql } from "kysely";
import { type DocumentRole, roleOfLevel } from "./document-role.ts";

/** Every place where the actor may do something, with the level of what (1 view … 4 manage), as a table to join with. */
export function placesOf(ctx: Ctx, key: string | null = null): RawBuilder<Place> {
  return sql<Place>`document_roles(${sql.join(askerOf(ctx, key))})`;
}

export interface Place {
  readonly scope_id: Id<"document_scope">;
  readonly role: number;
}

/** What the actor may do at one place; null for nothing. */
export async function roleAt(
  ctx: Ctx,
  scopeId: Id<"document_scope">,
  key: string | null = null,
): Promise<DocumentRole | null> {
  const { rows } = await sql<{ level: number | null }>`
    select document_role_at(${scopeId}, ${sql.join(askerOf(ctx, key))}) as level`.execute(ctx.db);
  return roleOfLevel(rows[0]?.level ?? null);
}

/** Who asks, as both functions of the database take it. */
function askerOf({ actor, clock }: Ctx, key: string | null): RawBuilder<unknown>[] {
  const person = actor.kind === "person" ? actor.personId : null;
  return [
    sql`${person}::uuid`,
    sql`${person !== null}::boolean`,
    sql`${actor.role === "viewer"}::boolean`,
    sql`${key}::text`,
    sql`${actor.can("docs.manage-all")}::boolean`,
    sql`${clock.now()}::timestamptz`,
  ];
}
