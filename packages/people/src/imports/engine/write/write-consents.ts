import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { NewConsent } from "../plan/plan-batch.ts";
import type { Writing } from "./writing.ts";

/**
 * Keeps what the file says that people agreed to. A file's yes counts only where nothing newer was said; its no always
 * counts unless a newer yes is known, since writing to somebody who took it back is worse than not writing.
 */
export async function writeConsents(
  ctx: Ctx,
  consents: readonly NewConsent[],
  { changeSetId, source }: Writing,
): Promise<void> {
  if (consents.length === 0) return;
  const latest = new Map(consents.map((consent) => [`${consent.channel} ${consent.address}`, consent]));
  const now = ctx.clock.now();
  await sql`
    with said as (
      select r.*, coalesce(least(r.at, ${now}), ${now}) as changed_at
      from json_to_recordset(${JSON.stringify([...latest.values()])}::json)
        as r (channel text, address text, "personId" uuid, granted boolean, at timestamptz)
    ), written as (
      insert into consent as c (tenant_id, channel, address, purpose, granted, source, changed_at)
      select ${ctx.tenant.id}, channel, address, 'marketing', granted, ${source}, changed_at from said
      order by channel, address
      on conflict (tenant_id, channel, address, purpose) do update
        set granted = excluded.granted, source = excluded.source, changed_at = excluded.changed_at
        where c.granted <> excluded.granted and excluded.changed_at > c.changed_at and
          (not excluded.granted or exists (select from said s where s.channel = c.channel and s.address = c.address and s.at is not null))
      returning to_jsonb(old) as before, to_jsonb(new) as after, new.id, new.channel, new.address
    )
    insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, before, after)
    select ${ctx.tenant.id}, ${changeSetId}, 'consent', w.id, s."personId", w.before, w.after
    from written w join said s on s.channel = w.channel and s.address = w.address
    on conflict (tenant_id, change_set_id, subject_type, subject_id) do update set
      before = case when change_set_item.before is null then null else excluded.before || change_set_item.before end,
      after = change_set_item.after || excluded.after`.execute(ctx.db);
}
