import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { sql } from "kysely";

/** The ways in that somebody has set up. */
export interface Factors {
  readonly password: boolean;
  readonly app: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
  readonly phone: string | null;
}

export async function listFactors(database: Database, userId: Id<"user_account">): Promise<Factors> {
  const row = await database.withPlatform(
    "sign-in",
    (platform) =>
      platform
        .selectFrom("user_account")
        .leftJoin("authenticator", "authenticator.user_id", "user_account.id")
        .select((account) => [
          "user_account.phone",
          sql<boolean>`password_hash is not null`.as("password"),
          sql<boolean>`authenticator.user_id is not null`.as("app"),
          account
            .selectFrom("passkey")
            .select((passkey) => passkey.fn.countAll<number>().as("passkeys"))
            .where("passkey.user_id", "=", userId)
            .as("passkeys"),
          account
            .selectFrom("recovery_code")
            .select((code) => code.fn.countAll<number>().as("left"))
            .where("recovery_code.user_id", "=", userId)
            .where("used_at", "is", null)
            .as("codes"),
        ])
        .where("user_account.id", "=", userId)
        .executeTakeFirstOrThrow(),
    { readOnly: true },
  );
  const { password, app, passkeys, codes, phone } = row;
  return { password, app, passkeys: passkeys ?? 0, recoveryCodesLeft: codes ?? 0, phone };
}

/** Whether somebody can sign in with two factors: by an app, or by a passkey, which is both. */
export async function hasSecondFactor(database: Database, userId: Id<"user_account">): Promise<boolean> {
  const { app, passkeys } = await listFactors(database, userId);
  return app || passkeys > 0;
}
