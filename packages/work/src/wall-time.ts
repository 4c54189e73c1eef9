import { parseDateTime, toZoned } from "@internationalized/date";
import { z } from "zod";

/** A moment as the clock on a wall shows it, and where that wall is: what a form asks for. Empty: none. */
export const wallTimeSchema = z
  .string()
  .trim()
  .refine((text) => text === "" || instantOf(text, "UTC") !== null, { error: "work.time-malformed" })
  .default("");

export const zoneSchema = z
  .string()
  .trim()
  .max(60)
  .refine((zone) => zone === "" || isZone(zone), { error: "work.zone-unknown" })
  .default("");

/** The moment at which a clock there shows this; the first, where it shows it twice. Null for no such time. */
export function instantOf(wall: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall.slice(0, 16))) return null;
  try {
    return toZoned(parseDateTime(wall.slice(0, 16)), zone, "earlier").toDate();
  } catch {
    return null;
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
