import { getDayOfWeek } from "@internationalized/date";
import { dayAt, momentOf } from "./local-day.ts";

/** How often somebody wants a digest, and when: `weekday` 1 is Monday. */
export interface DigestRhythm {
  readonly every: "daily" | "weekly";
  readonly hour: number;
  readonly weekday: number;
}

/** The next moment after `after` at which a digest is due for somebody in this zone. */
export function nextDigest(after: Date, { every, hour, weekday }: DigestRhythm, zone: string): Date {
  const today = dayAt(after, zone);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = today.add({ days: ahead });
    if (every === "weekly" && getDayOfWeek(day, "en-GB") + 1 !== weekday) continue; // in Britain weeks begin on Monday
    const moment = momentOf(day, hour * 60, zone);
    if (moment > after) return moment;
  }
  throw new RangeError("A week has seven days.");
}
