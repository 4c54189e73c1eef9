import type { House } from "./house.ts";
import type { Visit } from "./visit.ts";

/** The headers that give a browser a new session in place of its own, as every change of what somebody may do asks for. */
export async function renewSession(house: House, visit: Visit, request: Request): Promise<Record<string, string>> {
  const signedIn = await visit.session();
  const before = house.sessions.readCookie(request.headers.get("cookie"));
  if (!signedIn || !before) return {};
  const token = await house.sessions.open(signedIn.user.id, { userAgent: visit.userAgent, ip: visit.ip });
  await house.sessions.close(before);
  return { "set-cookie": house.sessions.cookie(token) };
}
