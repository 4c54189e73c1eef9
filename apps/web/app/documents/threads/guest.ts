import { randomBytes } from "node:crypto";
import { longestGuestName } from "@guildhall/docs/schemas";
import type { House } from "../../server/house.ts";

/** Somebody who came to a document by its link and whom the hall does not know. */
export interface Guest {
  /** What tells their browser from another's; null for one that has said nothing yet. */
  readonly secret: string | null;
  /** As they called themselves last. */
  readonly name: string | null;
}

const year = 31_536_000;

export function readGuest(request: Request): Guest {
  const [, secret, name] =
    /(?:^|;\s*)guest=([\w-]{22})\.([\w%.~!*'()-]*)/.exec(request.headers.get("cookie") ?? "") ?? [];
  return { secret: secret ?? null, name: name ? readName(name) : null };
}

export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** Keeps in the browser by what name somebody spoke, and what makes their words theirs to change. */
export function guestCookie(house: House, slug: string, secret: string, name: string): string {
  const secure = house.config.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return `guest=${secret}.${encodeURIComponent(name)}; Path=/c/${slug}/docs; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`;
}

function readName(text: string): string | null {
  try {
    return decodeURIComponent(text).slice(0, longestGuestName) || null;
  } catch {
    return null;
  }
}
