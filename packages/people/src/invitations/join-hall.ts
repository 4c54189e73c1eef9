import { createUser } from "@guildhall/auth";
import { type Id, invalid, type Locale } from "@guildhall/core";
import type { Database, Scope } from "@guildhall/db";
import { acceptInvitation } from "./accept-invitation.ts";
import type { Offer } from "./invitation.queries.ts";
import { joinWithNewAccountInput } from "./join-input.ts";

/** Who is signed in at the door. */
export interface AccountAtDoor {
  readonly userId: Id<"user_account">;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly fullName: string | null;
}

export async function findAccountAtDoor(database: Database, userId: Id<"user_account">): Promise<AccountAtDoor | null> {
  const row = await database.withPlatform(
    "sign-in",
    (db) =>
      db
        .selectFrom("user_account")
        .select(["email", "email_verified_at", "full_name"])
        .where("id", "=", userId)
        .executeTakeFirst(),
    { readOnly: true },
  );
  return row
    ? { userId, email: row.email, emailVerified: row.email_verified_at !== null, fullName: row.full_name }
    : null;
}

interface Entrance {
  readonly offer: Offer;
  /** The mailbox that the invitation's own mail, or a mailed proof, shows to be theirs; null for a mere link. */
  readonly provenEmail: string | null;
}

/** Makes an account for a proven mailbox. One that is there already is `auth.email-taken`: its owner signs in instead. */
export async function makeAccount(
  database: Database,
  { provenEmail, locale }: { provenEmail: string; locale: Locale },
  input: unknown,
): Promise<{ userId: Id<"user_account">; fullName: string }> {
  const { fullName, password } = joinWithNewAccountInput.parse(input);
  const userId = await createUser(database, { email: provenEmail, password, locale, emailVerified: true });
  return { userId, fullName };
}

/**
 * Lets somebody in who is signed in. Their address must be verified: it was before, or the invitation's own mail or a
 * mailed proof shows it now. Nobody comes in with another.
 */
export async function joinHall(
  database: Database,
  scope: Scope,
  account: AccountAtDoor,
  { offer, provenEmail }: Entrance,
): Promise<void> {
  if (provenEmail !== null && provenEmail !== account.email) throw invalid("people.invitation-for-another");
  if (provenEmail === null && !account.emailVerified) throw invalid("people.email-unverified");
  if (!account.emailVerified) await markVerified(database, scope, account.userId);
  await database.withTenant(scope, (ctx) =>
    acceptInvitation(ctx, {
      invitationId: offer.invitationId,
      userId: account.userId,
      verifiedEmail: account.email,
      fullName: account.fullName ?? offer.fullName ?? nameFromAddress(account.email),
    }),
  );
}

async function markVerified(database: Database, scope: Scope, userId: Id<"user_account">): Promise<void> {
  await database.withPlatform("sign-in", (db) =>
    db
      .updateTable("user_account")
      .set({ email_verified_at: scope.clock.now() })
      .where("id", "=", userId)
      .where("email_verified_at", "is", null)
      .execute(),
  );
}

/** What somebody is called for now of whom there is an address and nothing else. */
function nameFromAddress(email: string): string {
  return email.slice(0, email.lastIndexOf("@")).slice(0, 200);
}
