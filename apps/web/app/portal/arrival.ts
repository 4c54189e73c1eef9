import { randomBytes } from "node:crypto";
import { networkOf, type SignInOutcome } from "@guildhall/auth";
import { conflict } from "@guildhall/core";
import type { Via } from "@guildhall/people";
import type { JoinOutcome } from "@guildhall/people/schemas";
import { finishSignIn } from "../front/finish-sign-in.ts";
import type { House } from "../server/house.ts";
import type { Visit } from "../server/visit.ts";

/** What joining needs to know of a request. */
export function arrivalOf(via: Via, { house, visit }: { house: House; visit: Visit }) {
  return { via, publicUrl: house.publicUrl(), network: networkOf(visit.ip)?.near ?? null };
}

/** Who signs in, from where, and whose session this browser had until now. */
export function deviceOf(request: Request, { house, visit }: { house: House; visit: Visit }) {
  return {
    device: { userAgent: visit.userAgent, ip: visit.ip },
    previousToken: house.sessions.readCookie(request.headers.get("cookie")),
  };
}

const hoursKept = 24;

/** The secret of the browser that somebody began to join in, made when it has none. */
export function browserOf(request: Request, { config }: House): { browser: string; cookie: string } {
  const browser = readBrowser(request) ?? randomBytes(24).toString("base64url");
  const secure = config.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return {
    browser,
    cookie: `joining=${browser}; Path=/c; Max-Age=${hoursKept * 3_600}; SameSite=Lax; HttpOnly${secure}`,
  };
}

export function readBrowser(request: Request): string | null {
  return /(?:^|;\s*)joining=([\w-]{32})(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? null;
}

/** The page that says where somebody stands after asking to come in. */
export function placeAfter(slug: string, outcome: JoinOutcome): string {
  const home = `/c/${slug}`;
  switch (outcome.kind) {
    case "joined":
      return `${home}?state=${outcome.claimed ? "claimed" : "joined"}`;
    case "prove-mailbox":
      return `${home}?state=prove`;
    case "declined":
    case "two-records":
      return `${home}?state=${outcome.kind}`;
    case "invitation-needed":
      throw conflict("people.invitation-needed");
    default:
      return home;
  }
}

/** Signed in and in the hall; or on to the second factor, and from there back to `again`, where one click joins. */
export function answerConfirmed(
  door: { request: Request; house: House; visit: Visit },
  { signIn, outcome }: { signIn: SignInOutcome; outcome: JoinOutcome | null },
  { slug, again }: { slug: string; again: string },
): Response {
  const needsInvitation = outcome?.kind === "invitation-needed";
  const inside = outcome && !needsInvitation ? placeAfter(slug, outcome) : `/c/${slug}`;
  return finishSignIn(door, signIn, signIn.kind === "second-step" ? again : inside);
}
