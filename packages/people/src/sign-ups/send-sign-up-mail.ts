import { issueToken } from "@guildhall/auth";
import { idSchema, systemClock } from "@guildhall/core";
import { defineTask, type Task } from "@guildhall/jobs";
import { queuePlatformMessage, signUpMail } from "@guildhall/mail";
import { z } from "zod";
import { signUpHours, signUpLink } from "./sign-up-link.ts";

/** Stored with queued jobs, so it keeps its name. */
export const sendSignUpMailJob = "people.send-sign-up-mail";

/**
 * Writes the mail that answers a sign-up: its link, and for whoever has an account that they need not make another.
 * Nothing that was typed is in it but the address of the hall, or anybody could send anybody anything in our name.
 */
export function sendSignUpMailTask(publicUrl: string): Task {
  return defineTask({
    name: sendSignUpMailJob,
    payload: z.object({ signUpId: idSchema("sign_up") }),
    run: async ({ signUpId }, { database }) => {
      const now = systemClock.now();
      await database.withPlatform("sign-up", async (db) => {
        const signUp = await db
          .selectFrom("sign_up")
          .leftJoin("user_account", "user_account.email", "sign_up.email")
          .select(["sign_up.email", "sign_up.slug", "sign_up.locale"])
          .select("user_account.id as accountId")
          .where("sign_up.id", "=", signUpId)
          .where("opened_at", "is", null)
          .where("expires_at", ">", now)
          .executeTakeFirst();
        if (!signUp) return;
        const token = await issueToken(db, signUpLink, { payload: { signUpId }, now });
        await queuePlatformMessage(
          { db, clock: systemClock },
          {
            template: signUpMail,
            purpose: "transactional",
            recipient: signUp.email,
            locale: signUp.locale,
            input: {
              url: new URL(`/signup/${token}`, publicUrl).href,
              hall: new URL(`/w/${signUp.slug}`, publicUrl).href.replace(/^https?:\/\//, ""),
              hours: signUpHours,
              hasAccount: signUp.accountId !== null,
            },
          },
        );
      });
    },
  });
}
