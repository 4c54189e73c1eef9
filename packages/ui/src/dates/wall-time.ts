import { parseDateTime, toZoned, type ZonedDateTime } from "@internationalized/date";

export type WallTime =
  | { readonly kind: "none" }
  /** The clocks there leap over it; `shown` is what they show instead. */
  | { readonly kind: "skipped"; readonly shown: string; readonly moment: Date }
  /** The clocks there show it twice; the first time is meant. */
  | { readonly kind: "twice"; readonly moment: Date }
  | { readonly kind: "once"; readonly moment: Date };

/** What a time on the wall of a place is: once, twice where clocks go back, never where they leap ahead. */
export function wallTime(local: string, zone: string): WallTime {
  try {
    const wall = parseDateTime(local);
    const first = toZoned(wall, zone, "earlier");
    const last = toZoned(wall, zone, "later");
    const moment = first.toDate();
    if (first.compare(last) === 0) return { kind: "once", moment };
    const shown = onTheClock(last);
    return shown === local.slice(0, 16) ? { kind: "twice", moment } : { kind: "skipped", shown, moment: last.toDate() };
  } catch {
    return { kind: "none" };
  }
}

function onTheClock(at: ZonedDateTime): string {
  return at.toString().slice(0, 16);
}
