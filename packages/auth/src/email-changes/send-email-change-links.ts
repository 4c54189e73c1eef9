import type { Id, Locale } from "@guildhall/core";
import { changeEmail, queuePlatformMessage } from "@guildhall/mail";
import type { PostRoom } from "../arrivals/arrival.ts";
import { queueAccountNotice } from "../notices/queue-account-notice.ts";
import { issueToken } from "../tokens/credential-token.ts";
import { findAccount, findAccountByEmail } from "../users/open-account.ts";
import { emailChangeKind, type Side } from "./email-change.ts";

/**
 * The job behind `askForEmailChange`: asks both addresses. Where the new one has an account already its owner is told
 * so instead, and the change never comes to pass.
 */
export async function sendEmailChangeLinks(
  { database, publicUrl, clock }: PostRoom,
  { changeId, locale }: { changeId: Id<"email_change">; locale: Locale },
): Promise<void> {
  await database.withPlatform("sign-in", async (db) => {
    const now = clock.now();
    const change = await db
      .selectFrom("email_change")
      .select(["user_id", "old_email", "new_email"])
      .where("id", "=", changeId)
      .where("expires_at", ">", now)
      .executeTakeFirst();
    const account = change && (await findAccount(db, change.user_id));
    if (!account) return;
    const words = account.locale ?? locale;
    const send = async (side: Side, recipient: string) => {
      const token = await issueToken(db, emailChangeKind, { userId: account.id, payload: { changeId, side }, now });
      await queuePlatformMessage(
        { db, clock },
        {
          template: changeEmail,
          purpose: "transactional",
          input: { url: `${publicUrl}/email/${token}`, side, newEmail: change.new_email, hours: 24 },
          recipient,
          locale: words,
        },
      );
    };
    await send("old", change.old_email);
    if (await findAccountByEmail(db, change.new_email))
      await queueAccountNotice(db, {
        kind: "address-has-account",
        to: change.new_email,
        locale: words,
        publicUrl,
        now,
      });
    else await send("new", change.new_email);
  });
}
