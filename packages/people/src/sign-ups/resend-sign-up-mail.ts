import { countAttempt } from "@guildhall/auth";
import type { Database } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import { sendSignUpMailJob } from "./send-sign-up-mail.ts";
import { signUpLimits } from "./sign-up-limits.ts";
import { browserHash } from "./sign-up-link.ts";

/** Mails the link once more, for the browser that began the sign-up; nothing happens where there is none to answer. */
export async function resendSignUpMail(
  database: Database,
  browserKey: string,
  { ip, now }: { ip: string | null; now: Date },
): Promise<void> {
  const signUp = await database.withPlatform(
    "sign-up",
    (platform) =>
      platform
        .selectFrom("sign_up")
        .select(["id", "email"])
        .where("browser_hash", "=", browserHash(browserKey))
        .where("opened_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst(),
    { readOnly: true },
  );
  if (!signUp) return;
  await countAttempt(database, signUpLimits(ip, signUp.email), now);
  await database.withPlatform("sign-up", (platform) =>
    enqueueJob(platform, sendSignUpMailJob, { signUpId: signUp.id }, { key: `${sendSignUpMailJob}:${signUp.id}` }),
  );
}
