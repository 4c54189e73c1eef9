import type { Database } from "@guildhall/db";
import type { Arrival } from "../arrivals/arrival.ts";
import { countAttempt } from "./count-attempt.ts";
import { missLimits } from "./door-limits.ts";
import { networkOf } from "./network.ts";

/** Counts a code or link that opened nothing; throws `auth.too-many-attempts` for whoever tries one after the other. */
export function countMiss(database: Database, { device, at }: Pick<Arrival, "device" | "at">): Promise<void> {
  return countAttempt(database, missLimits(networkOf(device.ip)), at);
}
