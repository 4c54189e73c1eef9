import type { SignInOutcome } from "@guildhall/auth";
import { seeOther } from "./define-route.ts";
import type { House } from "./house.ts";

/** Answers whatever way of signing in was right: with the session's cookie, or on to the second step. */
export function answerSignIn(house: House, outcome: SignInOutcome, to: string): Response {
  if (outcome.kind === "signed-in") return seeOther(to, { "set-cookie": house.sessions.cookie(outcome.token) });
  return seeOther(`/login/second?to=${encodeURIComponent(to)}`, {
    "set-cookie": secondStepCookie(house, outcome.token),
  });
}

/** Keeps a sign-in that waits for its second step in this browser alone, for as long as it waits; null forgets it. */
export function secondStepCookie(house: House, token: string | null): string {
  const secure = isSecure(house) ? "; Secure" : "";
  return `${nameIn(house)}=${token ?? ""}; Path=/; Max-Age=${token ? 600 : 0}; SameSite=Lax; HttpOnly${secure}`;
}

export function readSecondStep(house: House, request: Request): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((each) => each.trim());
  const prefix = `${nameIn(house)}=`;
  return cookies.find((each) => each.startsWith(prefix))?.slice(prefix.length) || null;
}

function nameIn(house: House): string {
  return isSecure(house) ? "__Host-guildhall-step" : "guildhall-step";
}

function isSecure(house: House): boolean {
  return house.config.PUBLIC_URL?.startsWith("https:") ?? false;
}
