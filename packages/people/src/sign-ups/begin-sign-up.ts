import { countAttempt, hashPassword } from "@guildhall/auth";
import type { Locale } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import { sendSignUpMailJob } from "./send-sign-up-mail.ts";
import { settleSlug } from "./settle-slug.ts";
import { signUpInput } from "./sign-up.ts";
import { signUpLimits } from "./sign-up-limits.ts";
import { browserHash, newBrowserKey, signUpSeconds } from "./sign-up-link.ts";

interface Arrival {
  readonly ip: string | null;
  readonly locale: Locale;
  readonly now: Date;
}

/**
 * Takes a company's sign-up and has a link mailed; returns the address that its hall would have, and a key that its
 * browser keeps. Whether the e-mail has an account changes neither the answer nor the time it takes: only the job that
 * writes the mail looks. An address that is taken is told beside `slug`; nothing is reserved before the hall is there.
 */
export async function beginSignUp(
  database: Database,
  input: unknown,
  { ip, locale, now }: Arrival,
): Promise<{ slug: string; email: string; browserKey: string }> {
  const { company, slug: wanted, fullName, timeZone, email, password } = signUpInput.parse(input);
  await countAttempt(database, signUpLimits(ip, email), now);
  const slug = await database.withPlatform("sign-up", (platform) => settleSlug(platform, { company, slug: wanted }), {
    readOnly: true,
  });
  const passwordHash = await hashPassword(password);
  const browserKey = newBrowserKey();
  await database.withPlatform("sign-up", async (platform) => {
    const { id } = await platform
      .insertInto("sign_up")
      .values({
        email,
        full_name: fullName,
        company,
        slug,
        password_hash: passwordHash,
        browser_hash: browserHash(browserKey),
        locale,
        time_zone: timeZone ?? usualZone[locale],
        created_at: now,
        expires_at: new Date(now.getTime() + signUpSeconds * 1_000),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await enqueueJob(platform, sendSignUpMailJob, { signUpId: id }, { key: `${sendSignUpMailJob}:${id}` });
  });
  return { slug, email, browserKey };
}

/** Where somebody probably is whose browser does not say: it can be changed in the hall's settings. */
export const usualZone = { en: "UTC", "zh-CN": "Asia/Shanghai" } as const satisfies Record<Locale, string>;
