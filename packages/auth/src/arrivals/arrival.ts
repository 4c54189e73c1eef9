import type { Clock, Id, Locale } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import type { Knocker } from "../limits/door-limits.ts";
import { recogniseBrowser } from "../limits/known-browser.ts";
import { networkOf } from "../limits/network.ts";
import type { Device, Sessions } from "../sessions/sessions.ts";

/** What the doors of the house work with. */
export interface Porch {
  readonly database: Database;
  readonly sessions: Sessions;
  /** Signs what browsers are recognised by. */
  readonly secret: string;
  /** Links in mail lead there. */
  readonly publicUrl: string;
  /** How many SMS may leave in an hour, all together. */
  readonly smsPerHour: number;
}

/** What the jobs behind them work with. */
export interface PostRoom extends Pick<Porch, "database" | "publicUrl" | "smsPerHour"> {
  readonly clock: Clock;
}

/** What of a request the doors go by. */
export interface Arrival {
  readonly device: Device;
  /** The session that the browser came with. */
  readonly previousToken: string | null;
  /** What the browser holds since it asked for a link or a code. */
  readonly doorToken: string | null;
  /** What it kept from earlier sign-ins. */
  readonly knownBrowser: string | null;
  readonly locale: Locale;
  readonly at: Date;
}

/** Who knocks, for an account that is there or is not. */
export function knockerOf(
  { secret }: Porch,
  { device, knownBrowser }: Arrival,
  userId: Id<"user_account"> | null,
): Knocker {
  const browser = recogniseBrowser(secret, knownBrowser, userId);
  return browser ? { kind: "known", browser } : { kind: "stranger", network: networkOf(device.ip) };
}
