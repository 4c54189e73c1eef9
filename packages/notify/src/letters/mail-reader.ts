import type { Id, Locale } from "@guildhall/core";
import type { Database } from "@guildhall/db";

/** Where a person's mail goes, and what their account says about them. */
export interface MailReader {
  readonly personId: Id<"person">;
  readonly email: string;
  readonly locale: Locale | null;
  readonly timeZone: string | null;
}

/** The account behind a person, if mail may go there: its address is known to be its owner's, and it is not closed. */
export async function findMailReader(
  database: Database,
  tenantId: Id<"tenant">,
  personId: Id<"person">,
): Promise<MailReader | null> {
  const row = await database.withPlatform(
    "notify",
    (db) =>
      db
        .selectFrom("resolved_login as login")
        .innerJoin("user_account", "user_account.id", "login.user_id")
        .select([
          "login.person_id as personId",
          "user_account.email",
          "user_account.locale",
          "user_account.time_zone as timeZone",
        ])
        .where("login.tenant_id", "=", tenantId)
        .where("login.person_id", "=", personId)
        .where("user_account.closed_at", "is", null)
        .where("user_account.email_verified_at", "is not", null)
        .orderBy("login.created_at")
        .executeTakeFirst(),
    { readOnly: true },
  );
  return row ?? null;
}
