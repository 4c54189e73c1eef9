import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import { openSecret } from "./sealed-secret.ts";
import { findStep } from "./totp.ts";

interface GivenCode {
  readonly userId: Id<"user_account">;
  readonly code: string;
  readonly secret: string;
  readonly now: Date;
}

/**
 * Whether a code of the user's app is right, in a platform transaction for "sign-in". A half minute is taken once: of
 * two who bring its code at the same time, one is let in.
 */
export async function useAuthenticatorCode(
  platform: Kysely<DB>,
  { userId, code, secret, now }: GivenCode,
): Promise<boolean> {
  const app = await platform
    .selectFrom("authenticator")
    .select("sealed_secret")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  if (!app) return false;
  const step = findStep(openSecret(app.sealed_secret, { secret, userId }), code, now);
  if (step === null) return false;
  const taken = await platform
    .updateTable("authenticator")
    .set({ last_step: step })
    .where("user_id", "=", userId)
    .where("last_step", "<", step)
    .returning("user_id")
    .executeTakeFirst();
  return taken !== undefined;
}
