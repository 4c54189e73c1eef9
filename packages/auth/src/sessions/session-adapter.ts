import type { Id } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from "lucia";
import { z } from "zod";
import type { User } from "../users/user.ts";
import { type Proof, proofSchema } from "./proof.ts";

interface SessionAttributes {
  created_at: Date;
  user_agent: string | null;
  ip: string | null;
  proved: Proof[];
  proved_at: Date | null;
}

interface UserAttributes {
  email: string;
  locale: "en" | "zh-CN" | null;
  theme: "system" | "light" | "dark";
  is_operator: boolean;
  full_name: string | null;
  time_zone: string | null;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ proved: readonly Proof[]; provedAt: Date | null }, Omit<User, "id">>;
    UserId: Id<"user_account">;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

const attributesSchema = z.object({
  created_at: z.date(),
  user_agent: z.string().nullable(),
  ip: z.string().nullable(),
  proved: z.array(proofSchema),
  proved_at: z.date().nullable(),
});

/** How old the word of when a session was last seen may be, before it is written anew. */
const seenEvery = 5 * 60_000;

/** Lucia's sessions in our own table, reached for the purpose "sign-in" alone. */
export function sessionAdapter(database: Database): Adapter {
  const platform = <Result>(work: Parameters<typeof database.withPlatform<Result>>[1]) =>
    database.withPlatform("sign-in", work);
  return {
    async getSessionAndUser(id) {
      const row = await platform((db) => checkSession(db, id, new Date()));
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: row.sessionId,
        userId: row.userId,
        expiresAt: row.expires_at,
        attributes: attributesSchema.parse(row),
      };
      const { email, locale, theme, is_operator, full_name, time_zone } = row;
      const user: DatabaseUser = {
        id: row.userId,
        attributes: { email, locale, theme, is_operator, full_name, time_zone },
      };
      return [session, user];
    },
    async getUserSessions(userId) {
      const rows = await platform((db) =>
        db.selectFrom("session").selectAll().where("user_id", "=", userId).orderBy("created_at", "desc").execute(),
      );
      return rows.map((row) => ({
        id: row.id,
        userId: row.user_id,
        expiresAt: row.expires_at,
        attributes: attributesSchema.parse(row),
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await platform((db) =>
        db
          .insertInto("session")
          .values({ id, user_id: userId, expires_at: expiresAt, last_seen_at: attributes.created_at, ...attributes })
          .execute(),
      );
    },
    async updateSessionExpiration(id, expiresAt) {
      await platform((db) => db.updateTable("session").set({ expires_at: expiresAt }).where("id", "=", id).execute());
    },
    async deleteSession(id) {
      await platform((db) => db.deleteFrom("session").where("id", "=", id).execute());
    },
    async deleteUserSessions(userId) {
      await platform((db) => db.deleteFrom("session").where("user_id", "=", userId).execute());
    },
    async deleteExpiredSessions() {
      await platform((db) => db.deleteFrom("session").where("expires_at", "<", new Date()).execute());
    },
  };
}

/** Who a session belongs to. The same query notes that it was seen, where the last note is old: never a second one. */
function checkSession(db: Kysely<DB>, id: string, now: Date) {
  return db
    .with("seen", (inner) =>
      inner
        .updateTable("session")
        .set({ last_seen_at: now })
        .where("id", "=", id)
        .where("expires_at", ">", now)
        .where((row) =>
          row.or([row("last_seen_at", "is", null), row("last_seen_at", "<", new Date(now.getTime() - seenEvery))]),
        ),
    )
    .selectFrom("session")
    .innerJoin("user_account", "user_account.id", "session.user_id")
    .select([
      "session.id as sessionId",
      "session.expires_at",
      "session.created_at",
      "session.user_agent",
      "session.ip",
      "session.proved",
      "session.proved_at",
      "user_account.id as userId",
      "email",
      "locale",
      "theme",
      "is_operator",
      "full_name",
      "time_zone",
    ])
    .where("session.id", "=", id)
    .where("user_account.closed_at", "is", null)
    .executeTakeFirst();
}
