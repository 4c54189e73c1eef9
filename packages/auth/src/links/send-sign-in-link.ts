import type { Id, Locale } from "@guildhall/core";
import { queuePlatformMessage, signInLink } from "@guildhall/mail";
import type { PostRoom } from "../arrivals/arrival.ts";
import { codeMinutes, drawCode, findUnsentCode } from "../codes/credential-code.ts";
import { issueToken } from "../tokens/credential-token.ts";
import { findAccountByEmail } from "../users/open-account.ts";
import { signInLinkKind } from "./sign-in-link.ts";

/** The job behind `askForSignInLink`: writes to the address if an open account has it. Once, however often it runs. */
export async function sendSignInLink(
  { database, publicUrl, clock }: PostRoom,
  { codeId, locale }: { codeId: Id<"credential_code">; locale: Locale },
): Promise<void> {
  const now = clock.now();
  await database.withPlatform("sign-in", async (db) => {
    const asked = await findUnsentCode(db, codeId, now);
    const account = asked && (await findAccountByEmail(db, asked.recipient));
    if (!account) return;
    const code = await drawCode(db, codeId, account.id);
    const token = await issueToken(db, signInLinkKind, { userId: account.id, payload: { codeId }, now });
    await queuePlatformMessage(
      { db, clock },
      {
        template: signInLink,
        purpose: "transactional",
        input: { url: `${publicUrl}/login/link/${token}`, minutes: codeMinutes["mail-sign-in"], code },
        recipient: account.email,
        locale: account.locale ?? locale,
      },
    );
  });
}
