import type { Id, Locale } from "@guildhall/core";
import { queuePlatformMessage, smsCode } from "@guildhall/mail";
import type { PostRoom } from "../arrivals/arrival.ts";
import { countSms } from "../limits/count-sms.ts";
import { findAccountByPhone } from "../users/open-account.ts";
import { codeMinutes, drawCode, findUnsentCode } from "./credential-code.ts";

/** The job behind `askForSignInCode`: sends digits if an open account has proved the number. False where the hour's SMS are spent. */
export async function sendSignInCode(
  { database, smsPerHour, clock }: PostRoom,
  { codeId, locale }: { codeId: Id<"credential_code">; locale: Locale },
): Promise<boolean> {
  const now = clock.now();
  const found = await database.withPlatform("sign-in", async (db) => {
    const asked = await findUnsentCode(db, codeId, now);
    return asked ? findAccountByPhone(db, asked.recipient) : null;
  });
  if (!found) return true;
  if (!(await countSms(database, smsPerHour, now))) return false;
  await database.withPlatform("sign-in", async (db) => {
    const asked = await findUnsentCode(db, codeId, now);
    const account = asked && (await findAccountByPhone(db, asked.recipient));
    if (!account) return;
    await queuePlatformMessage(
      { db, clock },
      {
        template: smsCode,
        purpose: "transactional",
        input: { code: await drawCode(db, codeId, account.id), minutes: codeMinutes["sms-sign-in"] },
        recipient: asked.recipient,
        locale: account.locale ?? locale,
      },
    );
  });
  return true;
}
