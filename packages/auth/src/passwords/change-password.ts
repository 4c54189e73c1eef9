import { randomBytes } from "node:crypto";
import { type Id, invalid, unauthenticated } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { countAttempt, forgiveAttempt } from "../limits/count-attempt.ts";
import { oldPasswordLimits } from "../limits/door-limits.ts";
import { queueAccountNotice } from "../notices/queue-account-notice.ts";
import { dropCredentials } from "../tokens/drop-credentials.ts";
import { fingerprintOf } from "../tokens/fingerprint.ts";
import { changePasswordInput } from "./change-password-input.ts";
import { hashPassword, verifyPassword } from "./password.ts";

/**
 * Gives the account of this session another password, if whoever asks knows the old one (`auth.wrong-password`). Ends
 * every other session, and every link and code under way; returns the token that this session has from now on.
 */
export async function changePassword(
  { database, publicUrl }: Porch,
  sessionToken: string,
  input: unknown,
  { locale, at: now }: Pick<Arrival, "locale" | "at">,
): Promise<string> {
  const { current, password } = changePasswordInput.parse(input);
  const sessionId = fingerprintOf(sessionToken);
  const user = await database.withPlatform("sign-in", (db) => findUser(db, sessionId));
  if (!user) throw unauthenticated();
  const limits = oldPasswordLimits(user.id, sessionId);
  await countAttempt(database, limits, now);
  if (!(await verifyPassword(user.password_hash, current)))
    throw invalid("auth.wrong-password", { current: "auth.wrong-password" });
  await forgiveAttempt(database, limits, now);

  const password_hash = await hashPassword(password);
  const token = randomBytes(32).toString("base64url");
  await database.withPlatform("sign-in", async (db) => {
    await db.updateTable("user_account").set({ password_hash }).where("id", "=", user.id).execute();
    await db.deleteFrom("session").where("user_id", "=", user.id).where("id", "<>", sessionId).execute();
    // Under another id, with all that its owner proved there.
    await db
      .updateTable("session")
      .set({ id: fingerprintOf(token) })
      .where("id", "=", sessionId)
      .execute();
    await dropCredentials(db, user.id, now);
    await queueAccountNotice(db, {
      kind: "password-changed",
      to: user.email,
      locale: user.locale ?? locale,
      publicUrl,
      now,
    });
  });
  return token;
}

function findUser(
  platform: Kysely<DB>,
  sessionId: string,
): Promise<
  { id: Id<"user_account">; email: string; locale: Arrival["locale"] | null; password_hash: string | null } | undefined
> {
  return platform
    .selectFrom("session")
    .innerJoin("user_account", "user_account.id", "session.user_id")
    .select(["user_account.id", "email", "locale", "password_hash"])
    .where("session.id", "=", sessionId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
}
