import { createHash, randomBytes } from "node:crypto";
import { conflict, type Id } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import { tellOwner } from "../notices/tell-owner.ts";
import { requireFreshProof } from "../sessions/fresh-proof.ts";
import { renewSession } from "../sessions/renew-session.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { toBase32 } from "../totp/base32.ts";

const howMany = 10;

/** Ten new codes in the place of all there were, in a platform transaction for "sign-in". Only their hashes are kept. */
export async function makeRecoveryCodes(
  platform: Kysely<DB>,
  userId: Id<"user_account">,
  now: Date,
): Promise<readonly string[]> {
  const codes = Array.from({ length: howMany }, () => toBase32(randomBytes(10)));
  await platform.deleteFrom("recovery_code").where("user_id", "=", userId).execute();
  await platform
    .insertInto("recovery_code")
    .values(codes.map((code) => ({ user_id: userId, hash: hashOf(userId, code), created_at: now })))
    .execute();
  return codes.map((code) => code.match(/.{4}/g)?.join("-") ?? code);
}

/** New codes for somebody who has an app. Returns them, and this session's new token; every other ends. */
export async function renewRecoveryCodes(
  database: Database,
  who: SignedIn,
  now: Date,
): Promise<{ sessionToken: string; recoveryCodes: readonly string[] }> {
  requireFreshProof(who, now);
  const userId = who.user.id;
  return database.withPlatform("sign-in", async (platform) => {
    const app = await platform
      .selectFrom("authenticator")
      .select("user_id")
      .where("user_id", "=", userId)
      .forUpdate()
      .executeTakeFirst();
    if (!app) throw conflict("auth.app-missing");
    const recoveryCodes = await makeRecoveryCodes(platform, userId, now);
    await tellOwner(platform, userId, "codes-renewed");
    return { sessionToken: await renewSession(platform, who, { endOthers: true, now }), recoveryCodes };
  });
}

/** Uses a code up, in a platform transaction for "sign-in". Of two who bring it at the same time, one is let in. */
export async function useRecoveryCode(
  platform: Kysely<DB>,
  { userId, code, now }: { userId: Id<"user_account">; code: string; now: Date },
): Promise<boolean> {
  const used = await platform
    .updateTable("recovery_code")
    .set({ used_at: now })
    .where("user_id", "=", userId)
    .where("hash", "=", hashOf(userId, code))
    .where("used_at", "is", null)
    .returning("user_id")
    .executeTakeFirst();
  if (used) await tellOwner(platform, userId, "code-used");
  return used !== undefined;
}

/** Eighty random bits need no slow hash: there is nothing to guess. */
function hashOf(userId: Id<"user_account">, code: string): string {
  return createHash("sha256").update(`${userId}:${code}`).digest("hex");
}
