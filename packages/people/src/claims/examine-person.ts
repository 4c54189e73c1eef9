import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** A record that somebody says is theirs, as it stands. */
export interface ExaminedPerson {
  /** The record that stays, where this one was merged into another. */
  readonly personId: Id<"person">;
  readonly fullName: string;
  readonly isStaff: boolean;
  readonly hasLogin: boolean;
  /** Whether staff showed them out. */
  readonly shownOut: boolean;
}

/**
 * Looks at a record and keeps it locked until the transaction ends, so that of two who claim it at once the second sees
 * what the first did. Null where there is none, or its person was forgotten.
 */
export async function examinePerson(ctx: Ctx, personId: Id<"person">): Promise<ExaminedPerson | null> {
  const row = await ctx.db
    .selectFrom("person")
    .select(["id", "canonical_id"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!row) return null;
  const kept = row.canonical_id ?? row.id;
  await ctx.db.selectFrom("person").select("id").where("id", "=", kept).forUpdate().execute();
  return readPerson(ctx, kept);
}

/** The same without the lock; by itself it decides nothing. */
export async function readPerson(ctx: Ctx, personId: Id<"person">): Promise<ExaminedPerson | null> {
  const found = await ctx.db
    .selectFrom("person")
    .select(["person.id as personId", "full_name as fullName", "erased_at", "shown_out_at"])
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom("membership as m")
          .select("m.role")
          .whereRef("m.tenant_id", "=", "person.tenant_id")
          .whereRef("m.person_id", "=", "person.id"),
      ).as("isStaff"),
      exists(
        selectFrom("resolved_login as l")
          .select("l.user_id")
          .whereRef("l.tenant_id", "=", "person.tenant_id")
          .whereRef("l.person_id", "=", "person.id"),
      ).as("hasLogin"),
    ])
    .where("person.id", "=", personId)
    .executeTakeFirst();
  if (!found || found.erased_at !== null) return null;
  const { personId: id, fullName, isStaff, hasLogin, shown_out_at } = found;
  return {
    personId: id,
    fullName,
    isStaff: Boolean(isStaff),
    hasLogin: Boolean(hasLogin),
    shownOut: shown_out_at !== null,
  };
}
