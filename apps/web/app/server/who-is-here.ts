import type { SignedIn } from "@guildhall/auth";
import { unauthenticated } from "@guildhall/core";
import type { House } from "./house.ts";
import type { Visit } from "./visit.ts";

/** Who is signed in; for pages where somebody has to be. */
export async function whoIsHere(visit: Visit): Promise<SignedIn> {
  const session = await visit.session();
  if (!session) throw unauthenticated();
  return session;
}

/** Sends the browser a session's new token with whatever answer follows: for commands that rotate it. */
export function keepToken({ house, visit }: { house: House; visit: Visit }, token: string): void {
  visit.cookies.push(house.sessions.cookie(token));
}
