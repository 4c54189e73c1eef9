import { AppError } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { countAttempt } from "./count-attempt.ts";
import { smsTotal } from "./door-limits.ts";

/** Counts an SMS that is about to leave; false where those of this hour are spent. */
export async function countSms(database: Database, smsPerHour: number, now: Date): Promise<boolean> {
  try {
    await countAttempt(database, [smsTotal(smsPerHour)], now);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.kind === "limited") return false;
    throw error;
  }
}
