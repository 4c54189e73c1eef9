import type { SignedIn, Theme } from "@guildhall/auth";
import { defaultLocale, type Locale } from "@guildhall/core";
import { type FoundTenant, type Scope, tenantOf } from "@guildhall/db";
import { isLocale, negotiateLocale } from "@guildhall/i18n";
import { type Access, findAccess } from "@guildhall/people";
import type { House } from "./house.ts";

/** One request's view of who comes, from where, in which language. Looked up once, however many loaders ask. */
export interface Visit {
  readonly requestId: string;
  readonly nonce: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  session(): Promise<SignedIn | null>;
  /** The tenant at `slug` and the visitor's place in it; null where there is none, or it is closed. */
  access(slug: string): Promise<Access | null>;
  /** Whether the visitor belongs to the staff of a hall that is suspended: they are told, everybody else finds nothing. */
  isShutOut(slug: string): Promise<boolean>;
  /** From the person, then what this browser chose, then what it asks for. */
  locale(): Promise<Locale>;
  /** Theirs, then what this browser chose, then the system's. */
  theme(): Promise<Theme>;
  /** Set-Cookie values that the answer has to carry. */
  readonly cookies: string[];
}

interface Arrival {
  house: House;
  request: Request;
  requestId: string;
  nonce: string;
  ip: string | null;
}

export function openVisit({ house, request, requestId, nonce, ip }: Arrival): Visit {
  const cookieHeader = request.headers.get("cookie");
  const cookies: string[] = [];
  const halls = new Map<string, Promise<Access | null>>();
  let session: Promise<SignedIn | null> | null = null;

  const chosenHere = (what: "locale" | "theme") =>
    new RegExp(`(?:^|;\\s*)${what}=([\\w-]+)`).exec(cookieHeader ?? "")?.[1];
  const findSession = async (): Promise<SignedIn | null> => {
    const token = house.sessions.readCookie(cookieHeader);
    if (!token) return null;
    const signedIn = await house.sessions.check(token);
    if (signedIn?.fresh) cookies.push(house.sessions.cookie(token));
    return signedIn;
  };
  const findHall = async (slug: string): Promise<Access | null> => {
    const signedIn = await visit.session();
    const access = await house.database.withPlatform(
      "sign-in",
      (db) => findAccess(db, slug, signedIn?.user.id ?? null),
      { readOnly: true },
    );
    return access;
  };
  const lookUp = (slug: string): Promise<Access | null> => {
    const known = halls.get(slug) ?? findHall(slug);
    halls.set(slug, known);
    return known;
  };

  const visit: Visit = {
    requestId,
    nonce,
    ip,
    userAgent: request.headers.get("user-agent"),
    cookies,
    session: () => (session ??= findSession()),
    access: async (slug) => {
      const access = await lookUp(slug);
      return access && isOpen(access.tenant) ? access : null;
    },
    isShutOut: async (slug) => {
      const access = await lookUp(slug);
      return access?.tenant.status === "suspended" && access.actor.can("workspace.enter");
    },
    locale: async () => {
      const chosen = chosenHere("locale");
      const signedIn = await visit.session();
      return (
        signedIn?.user.locale ??
        (isLocale(chosen) ? chosen : negotiateLocale(request.headers.get("accept-language") ?? defaultLocale))
      );
    },
    theme: async () => {
      const chosen = chosenHere("theme");
      const signedIn = await visit.session();
      return signedIn?.user.theme ?? (chosen === "light" || chosen === "dark" ? chosen : "system");
    },
  };
  return visit;
}

/** Neither suspended, nor at the end of the days that a hall which was given up has. */
function isOpen({ status, closesAt, clock }: FoundTenant): boolean {
  return status === "active" && (closesAt === null || closesAt > clock.now());
}

/** The scope in which this visit works inside a hall. */
export function scopeOf({ tenant, actor }: Access, locale: Locale, visit: Visit): Scope {
  return { tenant: tenantOf(tenant), actor, clock: tenant.clock, locale, requestId: visit.requestId };
}
