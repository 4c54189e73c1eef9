import { createHash, randomBytes } from "node:crypto";
import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { Lucia, TimeSpan } from "lucia";
import type { User } from "../users/user.ts";
import type { Proof } from "./proof.ts";
import { sessionAdapter } from "./session-adapter.ts";

/** What of a request a session remembers, so that its owner can tell devices apart. */
export interface Device {
  readonly userAgent: string | null;
  readonly ip: string | null;
}

export interface SignedIn {
  readonly user: User;
  readonly sessionId: string;
  /** How this session's owner has proved who they are, at sign-in and since. */
  readonly proved: readonly Proof[];
  /** When they last did; null for a session that nothing was proved for. */
  readonly provedAt: Date | null;
  /** True when the session has just been prolonged, so the cookie must be sent again. */
  readonly fresh: boolean;
}

export interface Sessions {
  /** What the sessions are kept in. */
  readonly database: Database;
  /** Opens a session and returns its token, which only the cookie may hold. */
  open(userId: Id<"user_account">, device: Device, proved?: readonly Proof[]): Promise<string>;
  /** Who the token belongs to; null for one that is unknown, has run out, or is of a closed account. One query. */
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
    getSessionAttributes: ({ proved, proved_at }) => ({ proved, provedAt: proved_at }),
    getUserAttributes: ({ email, locale, theme, is_operator, full_name, time_zone }) => ({
      email,
      locale,
      theme,
      isOperator: is_operator,
      fullName: full_name,
      timeZone: time_zone,
    }),
  });
  return {
    database,
    async open(userId, { userAgent, ip }, proved = []) {
      const { token, id } = newSessionToken();
      const now = new Date();
      await lucia.createSession(
        userId,
        {
          created_at: now,
          user_agent: userAgent?.slice(0, 400) ?? null,
          ip,
          proved: [...proved],
          proved_at: proved.length > 0 ? now : null,
        },
        { sessionId: id },
      );
      return token;
    },
    async check(token) {
      const { session, user } = await lucia.validateSession(sessionIdOf(token));
      if (!session || !user) return null;
      const { id, fresh, proved, provedAt } = session;
      return { user, sessionId: id, fresh, proved, provedAt };
    },
    close: (token) => lucia.invalidateSession(sessionIdOf(token)),
    closeAll: (userId) => lucia.invalidateUserSessions(userId),
    sweep: () => lucia.deleteExpiredSessions(),
    cookie: (token) =>
      (token === null ? lucia.createBlankSessionCookie() : lucia.createSessionCookie(token)).serialize(),
    readCookie: (header) => lucia.readSessionCookie(header ?? ""),
  };
}

/** A token for a cookie, and the id under which its session is kept. */
export function newSessionToken(): { token: string; id: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, id: sessionIdOf(token) };
}

function sessionIdOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
