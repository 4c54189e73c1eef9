import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Bell } from "./notice-line.ts";
import { ownPerson } from "./own-person.ts";

const enough = 100;

/** What the actor's bell shows: one query, off the index of unread notices, of which it reads a hundred at most. */
export async function bellOf(ctx: Ctx): Promise<Bell> {
  const personId = ownPerson(ctx);
  const { rows } = await sql<{ unread: number; fresh: boolean; paused: boolean }>`
    select count(*) as unread, coalesce(bool_or(seen_at is null), false) as fresh,
      coalesce((select paused from notice_settings where person_id = ${personId}), false) as paused
    from (select seen_at from notification
      where person_id = ${personId} and under_id is null and read_at is null and in_app
      order by latest_at desc, id desc limit ${enough}) unread`.execute(ctx.db);
  return rows[0] ?? { unread: 0, fresh: false, paused: false };
}
