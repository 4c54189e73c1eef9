import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Fact } from "@guildhall/jobs";
import { sql } from "kysely";
import type { TimelineKind } from "./timeline.ts";

/** A fact that stands for a change set, and what its lines are filtered by. */
export interface Batch {
  readonly fact: Fact;
  readonly kind: TimelineKind;
  readonly changeSetId: Id<"change_set">;
}

/** How far a batch has been written: its change set is read along its key. */
export interface BatchPlace {
  readonly type: string;
  readonly id: string;
}

/** A batch's lines are written so many rows of its change set at a time. */
const batchStep = 20_000;

/**
 * Writes a line for everybody whom the next rows of its change set touched, once, whatever rows of it they were
 * touched by. Resolves to the place from which to go on, or null at the end.
 */
export async function writeBatch(
  ctx: Ctx,
  { fact, kind, changeSetId }: Batch,
  after: BatchPlace | null,
  step = batchStep,
): Promise<BatchPlace | null> {
  const from = after ?? { type: "", id: "00000000-0000-0000-0000-000000000000" };
  const { rows } = await sql<{ type: string; id: string; n: number }>`
    with step as (
      select subject_type, subject_id, person_id, redacted_at from change_set_item
      where change_set_id = ${changeSetId} and (subject_type, subject_id) > (${from.type}, ${from.id}::uuid)
      order by subject_type, subject_id limit ${step}
    ), touched as (
      select distinct
        case when subject_type = 'company' then 'company' else 'person' end as type,
        case when subject_type in ('person', 'company') then subject_id else person_id end as id
      from step where redacted_at is null
    ), written as (
      insert into timeline_entry (tenant_id, subject_type, subject_id, at, id, name, kind, actor_person_id, payload)
      select ${ctx.tenant.id}::uuid, t.type, t.id, ${fact.occurredAt}::timestamptz, ${fact.id}::uuid, ${fact.name}, ${kind},
        ${fact.actorPersonId}::uuid,
        jsonb_build_object('changeSetId', ${changeSetId}::text, 'made', exists (
          select from change_set_item made
          where made.tenant_id = ${ctx.tenant.id} and made.change_set_id = ${changeSetId}
            and made.subject_type = t.type and made.subject_id = t.id and made.before is null))
      from touched t where t.id is not null
      on conflict do nothing
    )
    select subject_type as type, subject_id as id, (select count(*)::int from step) as n
    from step order by subject_type desc, subject_id desc limit 1`.execute(ctx.db);
  const last = rows[0];
  return last && last.n === step ? { type: last.type, id: last.id } : null;
}
