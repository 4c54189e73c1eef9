import type { Id } from "@guildhall/core";
import type { TestDatabase } from "@guildhall/testing";
import { openSessions, type SignedIn } from "../sessions/sessions.ts";
import { beginAuthenticator, confirmAuthenticator, showAuthenticator } from "../totp/set-up-authenticator.ts";
import { codeOfStep, stepOf } from "../totp/totp.ts";
import { createUser } from "../users/create-user.ts";

export const secret = "the secret that only this test's installation knows";
export const password = "correct horse battery";
export const home = { userAgent: null, ip: "203.0.113.7" };

let accounts = 0;

/** Accounts to try the ways in with. Sessions live by the wall's clock, so these tests do too. */
export function givenAccounts(db: TestDatabase) {
  const house = () => ({
    database: db.database,
    sessions: openSessions(db.database, { secure: true }),
    secret,
    publicUrl: () => "https://hall.example",
  });
  const whoseIs = async (token: string): Promise<SignedIn> => {
    const who = await house().sessions.check(token);
    if (!who) throw new Error("Nobody is signed in with this.");
    return who;
  };

  return {
    house,
    whoseIs,
    /** Somebody signed in who has just proved it. */
    async account(proved: SignedIn["proved"] = ["password"]) {
      const email = `account-${++accounts}@guildhall.example`;
      const userId = await createUser(db.database, { email, password, emailVerified: true });
      const token = await house().sessions.open(userId, home, proved);
      return { userId, email, token, who: await whoseIs(token) };
    },
    /** The same with an authenticator app; `codeAt` is what it shows. */
    async accountWithApp(account?: { userId: Id<"user_account">; email: string; who: SignedIn }) {
      const { userId, email, who } = account ?? (await this.account());
      const setUp = new Date(Date.now() - 120_000);
      const page = await beginAuthenticator(house(), who, setUp);
      const shown = await showAuthenticator(house(), who, { token: page, issuer: "Guildhall", now: setUp });
      const key = fromBase32((shown?.typed ?? "").replaceAll(" ", ""));
      const codeAt = (at: Date) => codeOfStep(key, stepOf(at));
      const { sessionToken, recoveryCodes } = await confirmAuthenticator(house(), who, {
        token: page,
        code: codeAt(setUp),
        now: setUp,
      });
      return { userId, email, key, codeAt, recoveryCodes, token: sessionToken, who: await whoseIs(sessionToken) };
    },
    /** As if they had proved it that many minutes ago. */
    async provedAgo(who: SignedIn, minutes: number): Promise<SignedIn> {
      return { ...who, provedAt: new Date(Date.now() - minutes * 60_000) };
    },
    jobsOf: async (userId: Id<"user_account">) => {
      const { rows } = await db.owner.query<{ what: string }>(
        "select j.payload ->> 'what' as what from graphile_worker._private_jobs j where j.payload ->> 'userId' = $1 order by j.id",
        [userId],
      );
      return rows.map(({ what }) => what);
    },
  };
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
