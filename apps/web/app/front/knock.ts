import type { Arrival, Porch } from "@guildhall/auth";
import type { House } from "../server/house.ts";
import type { Visit } from "../server/visit.ts";
import { readDoorCookie, readKnownCookie } from "./door-cookies.ts";

/** What the doors work with. */
export function porchOf({ database, sessions, secret, config, publicUrl }: House): Porch {
  return { database, sessions, secret, publicUrl: publicUrl(), smsPerHour: config.SMS_PER_HOUR };
}

/** What of this request they go by. */
export async function knock(request: Request, house: House, visit: Visit): Promise<Arrival> {
  const cookies = request.headers.get("cookie");
  return {
    device: { userAgent: visit.userAgent, ip: visit.ip },
    previousToken: house.sessions.readCookie(cookies),
    doorToken: readDoorCookie(house, cookies),
    knownBrowser: readKnownCookie(house, cookies),
    locale: await visit.locale(),
    at: new Date(),
  };
}
