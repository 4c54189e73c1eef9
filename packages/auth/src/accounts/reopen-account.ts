import { conflict } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { z } from "zod";
import { readToken, type TokenKind, takeToken } from "../tokens/credential-token.ts";
import { graceDays } from "./close-account.ts";

export const reopenToken = {
  purpose: "account-reopen",
  payload: z.object({}),
  seconds: graceDays * 86_400,
} satisfies TokenKind<z.ZodType>;

/** Whether this link still leads back to an account. */
export async function mayReopen(database: Database, token: string, now: Date): Promise<boolean> {
  const found = await database.withPlatform("sign-in", (platform) => readToken(platform, reopenToken, token, now), {
    readOnly: true,
  });
  return found !== null;
}

/** Opens a closed account again, within its days of grace. Its owner signs in as before. `auth.reopen-over` afterwards. */
export async function reopenAccount(database: Database, token: string, now: Date): Promise<void> {
  await database.withPlatform("sign-in", async (platform) => {
    const taken = await takeToken(platform, reopenToken, token, now);
    const opened = taken?.userId
      ? await platform
          .updateTable("user_account")
          .set({ closed_at: null })
          .where("id", "=", taken.userId)
          .where("closed_at", "is not", null)
          .where("erased_at", "is", null)
          .returning("id")
          .executeTakeFirst()
      : undefined;
    if (!opened) throw conflict("auth.reopen-over");
  });
}
