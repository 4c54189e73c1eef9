import { dayAt, momentOf } from "./local-day.ts";

/** Minutes of the day at which quiet begins and ends; through midnight where the end comes first. Never equal. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** When the quiet that reigns at `at` in this zone ends; null where it is not quiet. */
export function quietUntil(at: Date, { from, to }: QuietHours, zone: string): Date | null {
  const today = dayAt(at, zone);
  const nights = [today.subtract({ days: 1 }), today].map((day) => ({
    begins: momentOf(day, from, zone),
    ends: momentOf(to > from ? day : day.add({ days: 1 }), to, zone),
  }));
  const ends = nights.filter(({ begins, ends }) => begins <= at && at < ends).map(({ ends }) => ends.getTime());
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}
