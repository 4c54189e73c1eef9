import { AppError } from "@guildhall/core";
import { type Arrival, knockerOf, type Porch } from "../arrivals/arrival.ts";
import { countAttempt, forgiveAttempt } from "../limits/count-attempt.ts";
import { passwordLimits } from "../limits/door-limits.ts";
import { completeSignIn, type SignInOutcome } from "../sessions/complete-sign-in.ts";
import { verifyPassword } from "./password.ts";
import { signInInput } from "./sign-in-input.ts";

/**
 * Signs in with e-mail and password. A wrong password, an unknown address and a closed account get the same answer in
 * the same time. A stranger who hammers an account locks out himself, not its owner; and who knows the password wears no
 * limit down.
 */
export async function signInWithPassword(porch: Porch, input: unknown, arrival: Arrival): Promise<SignInOutcome> {
  const { email, password } = signInInput.parse(input);
  const { database, sessions } = porch;
  const { device, previousToken, at: now } = arrival;
  const user = await database.withPlatform("sign-in", (db) =>
    db
      .selectFrom("user_account")
      .select(["id", "password_hash"])
      .where("email", "=", email)
      .where("closed_at", "is", null)
      .executeTakeFirst(),
  );
  const limits = passwordLimits(knockerOf(porch, arrival, user?.id ?? null), email);
  await countAttempt(database, limits, now);
  const right = await verifyPassword(user?.password_hash ?? null, password);
  if (!user || !right) throw new AppError("invalid", "auth.wrong-credentials");
  await forgiveAttempt(database, limits, now);
  return completeSignIn(sessions, { userId: user.id, proof: "password", device, previousToken });
}
