import { rememberBrowser, type SignInOutcome } from "@guildhall/auth";
import { safeReturn, seeOther } from "../server/define-route.ts";
import type { House } from "../server/house.ts";
import type { Visit } from "../server/visit.ts";
import { doorCookie, knownCookie, readKnownCookie, stepCookie } from "./door-cookies.ts";
import { onTheWay } from "./onward.ts";

interface Door {
  readonly request: Request;
  readonly house: House;
  readonly visit: Visit;
}

/** What every way of signing in answers: on to where somebody was going, with the cookie; or to the second step. */
export function finishSignIn({ request, house, visit }: Door, outcome: SignInOutcome, to: string | null): Response {
  const onward = safeReturn(to, "/account");
  const headers = new Headers();
  headers.append("set-cookie", doorCookie(house, null));
  if (outcome.kind === "second-step") {
    headers.append("set-cookie", stepCookie(house, outcome.token));
    return seeOther(onTheWay("/login/second", onward), headers);
  }
  visit.cookies.length = 0; // the session that the browser came with is over, and must not be prolonged behind the new one
  const kept = readKnownCookie(house, request.headers.get("cookie"));
  headers.append("set-cookie", stepCookie(house, null));
  headers.append("set-cookie", house.sessions.cookie(outcome.token));
  headers.append("set-cookie", knownCookie(house, rememberBrowser(house.secret, kept, outcome.userId)));
  return seeOther(onward, headers);
}
