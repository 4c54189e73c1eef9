import { AppError, type Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { countAttempt, forgiveAttempt } from "../limits/count-attempt.ts";
import type { Device, Sessions } from "../sessions/sessions.ts";
import { verifyPassword } from "./password.ts";
import { signInInput } from "./sign-in-input.ts";

/**
 * Checks e-mail and password and opens a session; returns its token. A wrong password and an unknown address get the
 * same answer in the same time. Limits count by address of the network, and by account *and* network together: a
 * stranger who hammers an account locks out himself, not its owner; and who knows the password wears no limit down.
 */
export async function signInWithPassword(
  database: Database,
  sessions: Sessions,
  input: unknown,
  device: Device,
  now: Date,
): Promise<{ token: string; userId: Id<"user_account"> }> {
  const { email, password } = signInInput.parse(input);
  const network = device.ip ?? "unknown";
  const limits = [
    { key: `password-ip:${network}`, most: 60, within: 600 },
    { key: `password-account:${email}:${network}`, most: 10, within: 600 },
  ];
  await countAttempt(database, limits, now);
  const user = await database.withPlatform("sign-in", (db) =>
    db.selectFrom("user_account").select(["id", "password_hash"]).where("email", "=", email).executeTakeFirst(),
  );
  const right = await verifyPassword(user?.password_hash ?? null, password);
  if (!user || !right) throw new AppError("invalid", "auth.wrong-credentials");
  await forgiveAttempt(database, limits, now);
  return { token: await sessions.open(user.id, device), userId: user.id };
}
