import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { TimelineEntry } from "./timeline.ts";

/** What stood in a record before a line, and after it: only what differs. */
export interface TimelineChange {
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The values that these lines changed, by the line's id: as the audit log has them. For those
 * who may read the history, and none of what was erased.
 */
export async function changesOf(
  ctx: Ctx,
  entries: readonly Pick<TimelineEntry, "id" | "subject" | "payload">[],
): Promise<Readonly<Record<string, TimelineChange>>> {
  if (entries.length === 0 || !ctx.actor.can("audit.view")) return {};
  const ids = entries.map(({ id }) => id);
  const subjects = entries.map(({ subject }) => subject.id);
  const { rows } = await sql<{ id: string } & TimelineChange>`
    select asked.id, a.before, a.after
    from unnest(${ids}::uuid[], ${subjects}::uuid[]) asked (id, subject_id)
    join fact f on f.tenant_id = ${ctx.tenant.id} and f.id = asked.id and f.subject_id = asked.subject_id
      and f.request_id is not null
    join lateral (
      select a.before, a.after from audit_entry a
      where a.tenant_id = f.tenant_id and a.subject_type = f.subject_type and a.subject_id = f.subject_id
        and a.request_id = f.request_id and a.redacted_at is null and a.before is not null and a.after is not null
      order by a.at desc, a.id desc limit 1
    ) a on true`.execute(ctx.db);
  return Object.fromEntries(rows.map(({ id, before, after }) => [id, { before, after }]));
}
