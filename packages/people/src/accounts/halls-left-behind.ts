import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { type Kysely, sql } from "kysely";
import { ownersLock } from "../staff/roster.ts";

export interface HallLeftBehind {
  readonly slug: string;
  readonly name: string;
}

/**
 * The halls that would have no owner if this user were gone, in a platform transaction for "sign-in". Whose account is
 * closed counts for no hall.
 */
export async function hallsLeftBehind(
  platform: Kysely<DB>,
  userId: Id<"user_account">,
): Promise<readonly HallLeftBehind[]> {
  const { rows } = await sql<HallLeftBehind>`
    select t.slug, t.name from login l
    join membership m on m.tenant_id = l.tenant_id and m.person_id = l.person_id and m.role = 'owner'
    join tenant t on t.id = l.tenant_id
    where l.user_id = ${userId}
      and not exists (
        select from membership other
        join resolved_login ol on ol.tenant_id = other.tenant_id and ol.person_id = other.person_id
        join user_account u on u.id = ol.user_id and u.closed_at is null
        where other.tenant_id = l.tenant_id and other.role = 'owner' and u.id <> l.user_id)
    order by t.name limit 50`.execute(platform);
  return rows;
}

/** Lets nobody else who owns a hall with this user leave before this transaction is over. */
export async function holdOwnership(platform: Kysely<DB>, userId: Id<"user_account">): Promise<void> {
  await sql`
    select ${ownersLock(sql.ref("owned.tenant_id"))} from (
      select l.tenant_id from login l
      join membership m on m.tenant_id = l.tenant_id and m.person_id = l.person_id and m.role = 'owner'
      where l.user_id = ${userId} order by l.tenant_id) owned`.execute(platform);
}
