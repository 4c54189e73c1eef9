import { clockAt, type Id, idSchema, localeSchema } from "@guildhall/core";
import { type TestDatabase, testNow, useDatabase } from "@guildhall/testing";
import { z } from "zod";
import { sendSignInCode } from "../../codes/send-sign-in-code.ts";
import { sendEmailChangeLinks } from "../../email-changes/send-email-change-links.ts";
import { sendSignInLink } from "../../links/send-sign-in-link.ts";
import { sendResetLink } from "../../resets/send-reset-link.ts";
import { openSessions } from "../../sessions/sessions.ts";
import { createUser } from "../../users/create-user.ts";
import type { Arrival, Porch } from "../arrival.ts";

export const password = "correct horse battery";
export const home = "203.0.113.7";
export const elsewhere = "198.51.100.9";

/** A moment of the test: so many minutes after its beginning. */
export const after = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

interface Letter {
  readonly template: string;
  readonly kind: string | null;
  /** The token at the end of its link. */
  readonly token: string;
  readonly code: string;
}

interface TestPorch {
  readonly db: TestDatabase;
  readonly porch: Porch;
  /** Somebody who comes from home, at the beginning of the test, with nothing in hand, unless said otherwise. */
  arrival(over?: Partial<Omit<Arrival, "device">> & { ip?: string | null }): Arrival;
  user(over?: { email?: string; emailVerified?: boolean; phone?: string; password?: string | null }): Promise<{
    id: Id<"user_account">;
    email: string;
  }>;
  close(userId: Id<"user_account">): Promise<void>;
  /** Runs every job that waits, and returns how many there were. */
  runJobs(over?: { at?: Date; smsPerHour?: number }): Promise<number>;
  /** What was written to an address, oldest first. */
  lettersTo(recipient: string): Promise<Letter[]>;
  /** The user whom a session's token signs in; null where it is over. */
  signedInBy(token: string): Promise<string | null>;
}

const asked = z.object({ codeId: idSchema("credential_code"), locale: localeSchema });
const input = z.object({ url: z.string().default(""), code: z.string().default(""), kind: z.string().nullish() });

/** The doors over a database of the test file's own, and the jobs behind them. */
export function usePorch(): TestPorch {
  const db = useDatabase();
  let users = 0;
  const test: TestPorch = {
    db,
    get porch() {
      return {
        database: db.database,
        sessions: openSessions(db.database, { secure: true }),
        secret: "a secret that only these tests know",
        publicUrl: "https://hall.example",
        smsPerHour: 1_000,
      };
    },
    arrival: ({ ip = home, ...over } = {}) => ({
      device: { userAgent: null, ip },
      previousToken: null,
      doorToken: null,
      knownBrowser: null,
      locale: "en",
      at: testNow,
      ...over,
    }),
    user: async ({ email = `somebody-${++users}@guildhall.example`, emailVerified = true, phone, ...given } = {}) => {
      const secret = given.password === undefined ? password : given.password;
      const id = await createUser(db.database, { email, password: secret, emailVerified });
      if (phone)
        await db.owner.query("update user_account set phone = $1, phone_verified_at = $2 where id = $3", [
          phone,
          testNow,
          id,
        ]);
      return { id, email };
    },
    close: async (userId) => {
      await db.owner.query("update user_account set closed_at = $1 where id = $2", [testNow, userId]);
    },
    runJobs: async ({ at = testNow, smsPerHour = 1_000 } = {}) => {
      const { rows } = await db.owner.query<{ task: string; payload: unknown }>(
        `with gone as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
           where t.id = j.task_id and t.identifier like 'auth.%' returning j.id, t.identifier as task, j.payload)
         select task, payload from gone order by id`,
      );
      const room = { ...test.porch, smsPerHour, clock: clockAt(at) };
      for (const { task, payload } of rows) {
        if (task === "auth.send-sign-in-link") await sendSignInLink(room, asked.parse(payload));
        else if (task === "auth.send-sign-in-code") await sendSignInCode(room, asked.parse(payload));
        else if (task === "auth.send-reset-link")
          await sendResetLink(room, z.object({ email: z.string(), locale: localeSchema }).parse(payload));
        else
          await sendEmailChangeLinks(
            room,
            z.object({ changeId: idSchema("email_change"), locale: localeSchema }).parse(payload),
          );
      }
      return rows.length;
    },
    lettersTo: async (recipient) => {
      const { rows } = await db.owner.query<{ template: string; input: unknown }>(
        "select template, input from message where recipient = $1 order by id",
        [recipient],
      );
      return rows.map((row) => {
        const { url, code, kind = null } = input.parse(row.input);
        return { template: row.template, kind, code, token: url.split("/").at(-1) ?? "" };
      });
    },
    signedInBy: async (token) => (await test.porch.sessions.check(token))?.user.id ?? null,
  };
  return test;
}
