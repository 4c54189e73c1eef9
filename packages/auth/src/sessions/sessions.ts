import { createHash, randomBytes } from "node:crypto";
import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { Lucia, TimeSpan } from "lucia";
import type { User } from "../users/user.ts";
import { sessionAdapter } from "./session-adapter.ts";

/** What of a request a session remembers, so that its owner can tell devices apart. */
export interface Device {
  readonly userAgent: string | null;
  readonly ip: string | null;
}

export interface SignedIn {
  readonly user: User;
  readonly sessionId: string;
  /** True when the session has just been prolonged, so the cookie must be sent again. */
  readonly fresh: boolean;
}

export interface Sessions {
  /** Opens a session and returns its token, which only the cookie may hold. */
  open(userId: Id<"user_account">, device: Device): Promise<string>;
  /** Who the token belongs to; null for one that is unknown or has run out. One query. */
  check(token: string): Promise<SignedIn | null>;
  close(token: string): Promise<void>;
  closeAll(userId: Id<"user_account">): Promise<void>;
  sweep(): Promise<void>;
  /** The Set-Cookie value that carries `token`, or that clears it. */
  cookie(token: string | null): string;
  /** The token in a Cookie header, or null. */
  readCookie(header: string | null): string | null;
}

/** Sessions by lucia; their ids at rest are the SHA-256 of the token, so that the table is of no use to a thief. */
export function openSessions(database: Database, { secure }: { secure: boolean }): Sessions {
  const lucia = new Lucia(sessionAdapter(database), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: {
      name: secure ? "__Host-guildhall" : "guildhall",
      attributes: { secure, sameSite: "lax", path: "/" },
    },
    getUserAttributes: ({ email, locale, theme, is_operator }) => ({ email, locale, theme, isOperator: is_operator }),
  });
  return {
    async open(userId, { userAgent, ip }) {
      const token = randomBytes(32).toString("base64url");
      const attributes = { created_at: new Date(), user_agent: userAgent?.slice(0, 400) ?? null, ip };
      await lucia.createSession(userId, attributes, { sessionId: idOf(token) });
      return token;
    },
    async check(token) {
      const { session, user } = await lucia.validateSession(idOf(token));
      return session && user ? { user, sessionId: session.id, fresh: session.fresh } : null;
    },
    close: (token) => lucia.invalidateSession(idOf(token)),
    closeAll: (userId) => lucia.invalidateUserSessions(userId),
    sweep: () => lucia.deleteExpiredSessions(),
    cookie: (token) =>
      (token === null ? lucia.createBlankSessionCookie() : lucia.createSessionCookie(token)).serialize(),
    readCookie: (header) => lucia.readSessionCookie(header ?? ""),
  };
}

function idOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
