import { systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { sql } from "kysely";
import type { LetterDesk } from "./compose-letter.ts";
import { type DueMail, postponeMail, writeDueMail } from "./write-due-mail.ts";

interface Round {
  readonly database: Database;
  readonly desk: LetterDesk;
  readonly onFailure: (error: unknown, due: DueMail) => void;
  /** The wall's, for halls that live by it. */
  readonly now?: Date;
}

const batchSize = 200;

/** Writes all mail about notices that is due anywhere. What cannot be written is tried again an hour later and holds up nobody. */
export async function mailRound({ database, desk, onFailure, now = systemClock.now() }: Round): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const due = (await dueMail(database, now, tried.size + batchSize)).filter((each) => !tried.has(keyOf(each)));
    if (due.length === 0) return;
    for (const each of due) {
      tried.add(keyOf(each));
      try {
        await writeDueMail(database, desk, each);
      } catch (error) {
        onFailure(error, each);
        await postponeMail(database, each);
      }
    }
  }
}

const keyOf = ({ tenantId, personId, what }: DueMail) => `${tenantId} ${personId} ${what}`;

/** Two halves, each with an index of its own: halls on the wall's clock, and those on a test clock. */
async function dueMail(database: Database, now: Date, limit: number): Promise<DueMail[]> {
  const { rows } = await database.withPlatform(
    "notify",
    (db) =>
      sql<DueMail>`
      (select d.tenant_id as "tenantId", d.person_id as "personId", d.what, d.due_at from notice_due d
       join tenant t on t.id = d.tenant_id and t.test_clock_at is null and t.status = 'active'
       where d.due_at <= ${now} order by d.due_at limit ${limit})
      union all
      (select d.tenant_id, d.person_id, d.what, d.due_at from tenant t
       join notice_due d on d.tenant_id = t.id and d.due_at <= t.test_clock_at
       where t.test_clock_at is not null and t.status = 'active' order by d.due_at limit ${limit})`.execute(db),
    { readOnly: true },
  );
  return rows;
}
