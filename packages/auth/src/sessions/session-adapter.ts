import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from "lucia";
import { z } from "zod";
import type { User } from "../users/user.ts";

interface SessionAttributes {
  created_at: Date;
  user_agent: string | null;
  ip: string | null;
}

interface UserAttributes {
  email: string;
  locale: "en" | "zh-CN" | null;
  theme: "system" | "light" | "dark";
  is_operator: boolean;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, Omit<User, "id">>;
    UserId: Id<"user_account">;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

const attributesSchema = z.object({
  created_at: z.date(),
  user_agent: z.string().nullable(),
  ip: z.string().nullable(),
});

/** Lucia's sessions in our own table, reached for the purpose "sign-in" alone. */
export function sessionAdapter(database: Database): Adapter {
  const platform = <Result>(work: Parameters<typeof database.withPlatform<Result>>[1]) =>
    database.withPlatform("sign-in", work);
  return {
    async getSessionAndUser(id) {
      const row = await platform((db) =>
        db
          .selectFrom("session")
          .innerJoin("user_account", "user_account.id", "session.user_id")
          .select([
            "session.id as sessionId",
            "session.expires_at",
            "session.created_at",
            "session.user_agent",
            "session.ip",
            "user_account.id as userId",
            "email",
            "locale",
            "theme",
            "is_operator",
          ])
          .where("session.id", "=", id)
          .executeTakeFirst(),
      );
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: row.sessionId,
        userId: row.userId,
        expiresAt: row.expires_at,
        attributes: attributesSchema.parse(row),
      };
      const user: DatabaseUser = {
        id: row.userId,
        attributes: { email: row.email, locale: row.locale, theme: row.theme, is_operator: row.is_operator },
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
          .values({ id, user_id: userId, expires_at: expiresAt, ...attributes })
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
