import { conflict, invalid } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import { countAttempt, forgiveAttempt } from "../limits/count-attempt.ts";
import { verifyPassword } from "../passwords/password.ts";
import { tryFactorCode } from "../second-steps/try-factor-code.ts";
import type { Proof } from "./proof.ts";
import { provePasswordInput } from "./prove-input.ts";
import { renewSession } from "./renew-session.ts";
import type { SignedIn } from "./sessions.ts";

interface Parts {
  readonly database: Database;
  readonly secret: string;
}

interface Here {
  readonly ip: string | null;
  readonly now: Date;
}

/** Proves again by password that it is its owner who sits there. Returns the session's new token. */
export async function proveByPassword(
  { database }: Parts,
  who: SignedIn,
  { ip, now }: Here,
  input: unknown,
): Promise<string> {
  const { password } = provePasswordInput.parse(input);
  const limits = [{ key: `prove:${who.user.id}:${ip ?? "unknown"}`, most: 10, within: 600 }];
  await countAttempt(database, limits, now);
  const account = await database.withPlatform("sign-in", (platform) => passwordOf(platform, who));
  if (!account?.password_hash) throw conflict("auth.password-none");
  if (!(await verifyPassword(account.password_hash, password)))
    throw invalid("auth.wrong-password", { password: "auth.wrong-password" });
  await forgiveAttempt(database, limits, now);
  return renew(database, who, "password", now);
}

/** The same by an app's code, or a recovery code. */
export async function proveByCode(parts: Parts, who: SignedIn, { ip, now }: Here, input: unknown): Promise<string> {
  const proof = await tryFactorCode(parts, { userId: who.user.id, ip, now }, input);
  return renew(parts.database, who, proof, now);
}

function passwordOf(platform: Kysely<DB>, { user }: SignedIn) {
  return platform
    .selectFrom("user_account")
    .select("password_hash")
    .where("id", "=", user.id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
}

function renew(database: Database, who: SignedIn, proof: Proof, now: Date): Promise<string> {
  return database.withPlatform("sign-in", (platform) =>
    renewSession(platform, who, { proofs: [proof], endOthers: false, now }),
  );
}
