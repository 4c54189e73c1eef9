import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { ExpressionBuilder, Kysely } from "kysely";

/** Rows of one hall that a unit of work reads. */
export interface Hall {
  readonly tenantId: Id<"tenant">;
  readonly people: readonly Id<"person">[];
}

/**
 * Reads five people one by one and lists fifty, in the shape of the product's own list. With `by` "policy" nothing in
 * the statements says whose rows they are; with "predicate" each does.
 */
export async function fiveReadsAndAList(
  db: Kysely<DB>,
  { tenantId, people }: Hall,
  by: "policy" | "predicate",
): Promise<void> {
  const written = by === "predicate";
  for (const id of people) {
    await db
      .selectFrom("person")
      .select(["id", "full_name", "locale", "time_zone", "created_at"])
      .where("id", "=", id)
      .$if(written, (query) => query.where("tenant_id", "=", tenantId))
      .executeTakeFirstOrThrow();
  }
  const listed = await db
    .selectFrom("person")
    .leftJoin("membership", (join) =>
      join.onRef("membership.tenant_id", "=", "person.tenant_id").onRef("membership.person_id", "=", "person.id"),
    )
    .select(["person.id", "person.full_name", "membership.role", "person.avatar_file_id", "person.created_at"])
    .select((eb) => [firstIdentity(eb, "email").as("email"), firstIdentity(eb, "phone").as("phone")])
    .where("person.canonical_id", "is", null)
    .$if(written, (query) => query.where("person.tenant_id", "=", tenantId))
    .orderBy("person.created_at", "desc")
    .orderBy("person.id", "desc")
    .limit(50)
    .execute();
  if (listed.length !== 50) throw new Error(`The list has ${listed.length} rows.`);
}

function firstIdentity(eb: ExpressionBuilder<DB, "person">, kind: "email" | "phone") {
  return eb
    .selectFrom("person_identity as i")
    .select("i.value")
    .whereRef("i.tenant_id", "=", "person.tenant_id")
    .whereRef("i.person_id", "=", "person.id")
    .where("i.kind", "=", kind)
    .orderBy("i.created_at")
    .orderBy("i.id")
    .limit(1);
}
