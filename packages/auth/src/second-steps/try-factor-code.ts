import { type Id, invalid } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { countAttempt, forgiveAttempt, type Limit } from "../limits/count-attempt.ts";
import { tellOwner } from "../notices/tell-owner.ts";
import { useRecoveryCode } from "../recovery-codes/recovery-codes.ts";
import type { Proof } from "../sessions/proof.ts";
import { useAuthenticatorCode } from "../totp/use-authenticator-code.ts";
import { factorCodeInput, readFactorCode } from "./factor-code.ts";

interface Attempt {
  readonly userId: Id<"user_account">;
  readonly ip: string | null;
  readonly now: Date;
}

interface Installation {
  readonly database: Database;
  readonly secret: string;
}

/**
 * Checks a second factor and uses it up; returns which one it was. A wrong one is `auth.code-wrong`.
 *
 * Six digits can be guessed from many networks at once by whoever has the password, so besides the count for each
 * network there is one for the app as a whole. A recovery code cannot be guessed and is not under it, nor is a passkey:
 * the owner always gets in.
 */
export async function tryFactorCode(
  { database, secret }: Installation,
  attempt: Attempt,
  input: unknown,
): Promise<Extract<Proof, "totp" | "recovery-code">> {
  const given = readFactorCode(factorCodeInput.parse(input).code);
  if (!given) throw wrong();
  const { userId, now } = attempt;
  const [here, everywhere] = limitsOf(attempt);
  await countAttempt(database, [here], now);
  if (given.kind === "totp") await countGuess(database, everywhere, attempt);
  const right = await database.withPlatform("sign-in", (platform) =>
    given.kind === "totp"
      ? useAuthenticatorCode(platform, { userId, code: given.code, secret, now })
      : useRecoveryCode(platform, { userId, code: given.code, now }),
  );
  if (!right) throw wrong();
  await forgiveAttempt(database, given.kind === "totp" ? [here, everywhere] : [here], now);
  return given.kind;
}

const wrong = () => invalid("auth.factor-code-wrong", { code: "auth.factor-code-wrong" });

function limitsOf({ userId, ip }: Attempt): readonly [here: Limit, everywhere: Limit] {
  return [
    { key: `second-step:${userId}:${ip ?? "unknown"}`, most: 10, within: 600 },
    { key: `second-step:${userId}`, most: 30, within: 3_600 },
  ];
}

/** Thirty guesses an hour, from wherever: somebody has the first factor, and its owner is told, once a day. */
async function countGuess(database: Database, everywhere: Limit, { userId, now }: Attempt): Promise<void> {
  try {
    await countAttempt(database, [everywhere], now);
  } catch (error) {
    const told = { key: `second-step-told:${userId}`, most: 1, within: 86_400 };
    const isFirst = await countAttempt(database, [told], now).then(
      () => true,
      () => false,
    );
    if (isFirst) await database.withPlatform("sign-in", (platform) => tellOwner(platform, userId, "codes-guessed"));
    throw error;
  }
}
