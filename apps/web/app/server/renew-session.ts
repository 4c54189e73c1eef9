import { renewSession as renew } from "@guildhall/auth";
import type { House } from "./house.ts";
import type { Visit } from "./visit.ts";

/** The headers that give a browser a new token in place of its own, as every change of what somebody may do asks for. */
export async function renewSession(house: House, visit: Visit): Promise<Record<string, string>> {
  const signedIn = await visit.session();
  if (!signedIn) return {};
  const token = await house.database.withPlatform("sign-in", (db) =>
    renew(db, signedIn, { endOthers: false, now: new Date() }),
  );
  visit.cookies.length = 0; // a prolonged old cookie must not follow the new one
  return { "set-cookie": house.sessions.cookie(token) };
}
