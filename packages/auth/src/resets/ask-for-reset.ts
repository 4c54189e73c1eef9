import { enqueueJob } from "@guildhall/jobs";
import { type Arrival, knockerOf, type Porch } from "../arrivals/arrival.ts";
import { countAttempt } from "../limits/count-attempt.ts";
import { sendLimits } from "../limits/door-limits.ts";
import { findAccountByEmail } from "../users/open-account.ts";
import { askForResetInput, sendResetLinkJob } from "./reset.ts";

/** Asks for a link to set a new password. The same answer in the same time, whether or not anybody has the address: a job looks. */
export async function askForReset(porch: Porch, input: unknown, arrival: Arrival): Promise<void> {
  const { email } = askForResetInput.parse(input);
  const { database } = porch;
  const account = await database.withPlatform("sign-in", (db) => findAccountByEmail(db, email));
  await countAttempt(database, sendLimits(knockerOf(porch, arrival, account?.id ?? null), "email", email), arrival.at);
  await database.withPlatform("sign-in", (db) =>
    enqueueJob(db, sendResetLinkJob, { email, locale: arrival.locale }, { maxAttempts: 6 }),
  );
}
