import type { House } from "../server/house.ts";

const tenMinutes = 600;
const quarterHour = 900;
const year = 31_536_000;

/** What a browser holds while a link or a code is under way to its owner: without it, neither opens anything silently. */
export const doorCookie = (house: House, token: string | null) => cookie(house, "guildhall-door", token, quarterHour);

/** What it keeps from earlier sign-ins, so that strangers cannot use up its tries. */
export const knownCookie = (house: House, kept: string) => cookie(house, "guildhall-known", kept, year);

/** What it holds while a sign-in waits for its second step; in no address, so in nobody's history. */
export const stepCookie = (house: House, token: string | null) => cookie(house, "guildhall-step", token, tenMinutes);

export const readStepCookie = (house: House, header: string | null) => read(house, "guildhall-step", header);
export const readDoorCookie = (house: House, header: string | null) => read(house, "guildhall-door", header);
export const readKnownCookie = (house: House, header: string | null) => read(house, "guildhall-known", header);

function cookie(house: House, name: string, value: string | null, seconds: number): string {
  const age = value === null ? 0 : seconds;
  const secure = isSecure(house) ? "; Secure" : "";
  return `${nameOf(house, name)}=${value ?? ""}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure}`;
}

function read(house: House, name: string, header: string | null): string | null {
  const wanted = nameOf(house, name);
  for (const pair of (header ?? "").split(";")) {
    const [key = "", value = ""] = pair.trim().split("=");
    if (key === wanted && /^[\w.~-]{16,400}$/.test(value)) return value;
  }
  return null;
}

const nameOf = (house: House, name: string) => (isSecure(house) ? `__Host-${name}` : name);
const isSecure = ({ config }: House) => config.PUBLIC_URL?.startsWith("https:") ?? false;
