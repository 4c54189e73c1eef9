import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { clusterOf } from "../people/resolve-person.ts";

/** An identity of a person or of a record that was merged into theirs; anybody else's is not there. */
export async function findIdentity(ctx: Ctx, personId: Id<"person">, identityId: Id<"person_identity">) {
  const row = await ctx.db
    .selectFrom("person_identity")
    .selectAll()
    .where("id", "=", identityId)
    .where("person_id", "in", await clusterOf(ctx, personId))
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}
