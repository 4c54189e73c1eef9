import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/**
 * One after the other: two moves that are each fine could make a circle together. The hall's own row is what is held,
 * before any company's.
 */
export async function holdHierarchy(ctx: Ctx): Promise<void> {
  await ctx.db
    .selectFrom("tenant")
    .select("id")
    .where("id", "=", ctx.tenant.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** A company and those above it, however far up; of one that is gone, nobody. None of them can stand below it. */
export async function upFrom(ctx: Ctx, companyId: Id<"company">): Promise<readonly Id<"company">[]> {
  const { rows } = await sql<{ id: Id<"company"> }>`
    with recursive up (id, parent_id) as (
      select id, parent_id from company where tenant_id = ${ctx.tenant.id} and id = ${companyId}
      union
      select c.id, c.parent_id from up join company c on c.tenant_id = ${ctx.tenant.id} and c.id = up.parent_id
    ) select id from up`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
