import { openSessions } from "@guildhall/auth";
import { type Id, newId, systemClock } from "@guildhall/core";
import { type TestDatabase, useDatabase } from "@guildhall/testing";
import { pino } from "pino";
import { acceptSignUp } from "../accept-sign-up.ts";
import { beginSignUp } from "../begin-sign-up.ts";
import { readSignUp } from "../find-sign-up.ts";
import { sendSignUpMailJob, sendSignUpMailTask } from "../send-sign-up-mail.ts";

export const password = "correct horse battery";
const device = { userAgent: "Firefox", ip: "203.0.113.7" };

interface Given {
  readonly token: string;
  readonly browserKey?: string | null;
  readonly userId?: Id<"user_account"> | null;
  readonly answer?: object;
}

/** The front door of a house, from the form to the workspace, by the wall's clock: a link has no tenant yet. */
export function useFrontDoor() {
  const db: TestDatabase = useDatabase();
  let visitors = 0;

  /** Every company comes from a network of its own, unless a test says otherwise. */
  const begin = (typed: object, { ip = `198.51.100.${++visitors % 250}`, now = systemClock.now() } = {}) =>
    beginSignUp(
      db.database,
      { company: "远山户外", fullName: "林乔", email: `lin.${newId().slice(-6)}@yuanshan.example`, password, ...typed },
      { ip, locale: "zh-CN", now },
    );

  /** Runs the jobs that write sign-up mail, and returns the link's token in the newest to this address. */
  const openMail = async (email: string): Promise<{ token: string; hasAccount: boolean; subject: string }> => {
    const task = sendSignUpMailTask("https://hall.example");
    const { rows } = await db.owner.query(
      "delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = $1 returning j.payload",
      [sendSignUpMailJob],
    );
    for (const { payload } of rows)
      await task.run(payload, {
        database: db.database,
        logger: pino({ level: "silent" }),
        attempt: { number: 1, max: 1 },
      });
    const found = await db.owner.query(
      "select input, subject from message where recipient = $1 and template = 'sign-up' order by id desc limit 1",
      [email],
    );
    const [{ input, subject }] = found.rows;
    return { token: new URL(input.url).pathname.split("/")[2] ?? "", hasAccount: input.hasAccount, subject };
  };

  const accept = ({ token, browserKey = null, userId = null, answer = {} }: Given) =>
    acceptSignUp({ database: db.database, sessions: openSessions(db.database, { secure: false }) }, token, answer, {
      browserKey,
      userId,
      now: systemClock.now(),
      ip: device.ip,
      device,
      previousToken: null,
    });

  return {
    db,
    begin,
    openMail,
    accept,
    read: ({ token, browserKey = null, userId = null }: Given) =>
      readSignUp(db.database, token, { browserKey, userId, now: systemClock.now() }),
  };
}
