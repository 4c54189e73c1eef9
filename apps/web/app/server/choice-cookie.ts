import type { House } from "./house.ts";

const year = 31_536_000;

/** Keeps what somebody chose in this browser, for when they are not signed in. */
export function choiceCookie(house: House, what: "locale" | "theme", value: string): string {
  const secure = house.config.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return `${what}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`;
}
