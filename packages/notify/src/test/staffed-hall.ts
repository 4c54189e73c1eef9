import { type Actor, clockAt, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact, drainRelay } from "@guildhall/jobs";
import { personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { type GivenTenant, given, type TestDatabase, testNow } from "@guildhall/testing";
import { hallNoticeHandlers, hallNotices } from "../hall/hall-notices.ts";
import { openNoticeRegister } from "../kinds/notice-register.ts";
import type { LetterDesk } from "../letters/compose-letter.ts";
import { mailRound } from "../letters/mail-round.ts";
import { noticeUpkeep } from "../upkeep/upkeep-handlers.ts";

export const register = openNoticeRegister(hallNotices);
export const desk: LetterDesk = {
  register,
  publicUrl: "https://guildhall.example",
  secret: "a secret of thirty-two characters",
};

/** Somebody who can sign in to the hall, as who they are there. */
export interface Insider {
  readonly personId: Id<"person">;
  readonly email: string;
  readonly actor: Extract<Actor, { kind: "person" }>;
}

interface Account {
  readonly name?: string;
  readonly locale?: "en" | "zh-CN" | null;
  readonly timeZone?: string | null;
  readonly emailVerified?: boolean;
}

/** A hall with people in it, whose clock is moved by hand. */
export interface StaffedHall extends GivenTenant {
  insider(role: Role | null, account?: Account): Promise<Insider>;
  /** Where the hall's clock stands from now on. */
  at(moment: string): Promise<void>;
  /** Runs as somebody, at the hall's own time. */
  as<Result>(who: Insider, work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
  /** Lets something happen, and carries it to every handler. */
  happens(...fact: Parameters<typeof appendFact> extends [Ctx, ...infer Rest] ? Rest : never): Promise<Id<"fact">>;
  /** The same, done by somebody. */
  does(who: Insider | null, work: (ctx: Ctx) => Promise<unknown>): Promise<void>;
  /** Writes what mail is due. */
  mails(): Promise<void>;
  /** What was queued for somebody, oldest first. */
  mailOf(who: Insider): Promise<readonly { subject: string; input: Record<string, unknown>; locale: string }[]>;
  noticesOf(who: Insider): Promise<readonly Record<string, unknown>[]>;
}

export async function staffedHall(db: TestDatabase): Promise<StaffedHall> {
  const hall = await given(db).tenant({ name: "远山户外" });
  let now = testNow;
  const ofHall = async <Row>(query: string, ...values: unknown[]) =>
    (await db.owner.query(query, [hall.tenant.id, ...values])).rows as Row[];
  const does = async (who: Insider | null, work: (ctx: Ctx) => Promise<unknown>) => {
    await hall.inside(work, who?.actor, clockAt(now));
    await settle(db);
  };
  const at = async (moment: string) => {
    now = new Date(moment);
    await ofHall("update tenant set test_clock_at = $2 where id = $1", now);
  };
  await at(testNow.toISOString());
  return {
    ...hall,
    at,
    does,
    insider: async (role, { name = "陈雨泽", locale = "en", timeZone = null, emailVerified = true } = {}) => {
      const personId = await hall.person(name);
      const userId = newId<"user_account">();
      const email = `p-${personId.slice(-12)}@example.com`;
      await db.owner.query(
        "insert into user_account (id, email, locale, time_zone, email_verified_at, created_at) values ($1, $2, $3, $4, $5, $6)",
        [userId, email, locale, timeZone, emailVerified ? testNow : null, testNow],
      );
      await ofHall(
        "insert into login (tenant_id, user_id, person_id, created_at) values ($1, $2, $3, $4)",
        userId,
        personId,
        testNow,
      );
      if (role)
        await ofHall(
          "insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, $3, $4)",
          personId,
          role,
          testNow,
        );
      const actor = personActor({ userId, personId, role });
      if (actor.kind !== "person") throw new TypeError("A person acts as a person.");
      return { personId, email, actor };
    },
    as: (who, work) => hall.inside(work, who.actor, clockAt(now)),
    happens: async (...fact) => {
      const id = await hall.inside((ctx) => appendFact(ctx, ...fact), undefined, clockAt(now));
      await settle(db);
      return id;
    },
    mails: () =>
      mailRound({
        database: db.database,
        desk,
        onFailure: (error) => {
          throw error;
        },
      }),
    mailOf: (who) =>
      ofHall(
        "select subject, input, locale from message where tenant_id = $1 and person_id = $2 order by created_at, id",
        who.personId,
      ),
    noticesOf: (who) =>
      ofHall(
        "select * from notification where tenant_id = $1 and person_id = $2 order by created_at, id",
        who.personId,
      ),
  };
}

/** Carries everything that has happened to every handler; what a handler throws fails the test. */
async function settle(db: TestDatabase): Promise<void> {
  await drainRelay({
    database: db.database,
    handlers: [...hallNoticeHandlers, ...noticeUpkeep(register)],
    onError: (error) => {
      throw error;
    },
  });
}
