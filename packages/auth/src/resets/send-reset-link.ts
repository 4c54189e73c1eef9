import type { Locale } from "@guildhall/core";
import { queuePlatformMessage, resetPassword } from "@guildhall/mail";
import type { PostRoom } from "../arrivals/arrival.ts";
import { issueToken } from "../tokens/credential-token.ts";
import { findAccountByEmail } from "../users/open-account.ts";
import { resetKind } from "./reset.ts";

/** The job behind `askForReset`: writes to the address if an open account has it. */
export async function sendResetLink(
  { database, publicUrl, clock }: PostRoom,
  { email, locale }: { email: string; locale: Locale },
): Promise<void> {
  await database.withPlatform("sign-in", async (db) => {
    const account = await findAccountByEmail(db, email);
    if (!account) return;
    const now = clock.now();
    const token = await issueToken(db, resetKind, { userId: account.id, payload: { email }, now });
    await queuePlatformMessage(
      { db, clock },
      {
        template: resetPassword,
        purpose: "transactional",
        input: { url: `${publicUrl}/reset/${token}`, minutes: resetKind.seconds / 60 },
        recipient: email,
        locale: account.locale ?? locale,
      },
    );
  });
}
