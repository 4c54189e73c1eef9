import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { stampRemembered } from "../bulk/remember.ts";
import { audienceMembersInput } from "./audience.ts";
import { holdList } from "./hold-list.ts";

/**
 * Puts people on a list; those who are on it already stay once, and of merged records the one that stays is put on it.
 * Several at once can be undone as one. Resolves to how many are new on it.
 */
export async function addToAudience(ctx: Ctx, input: unknown): Promise<number> {
  const { audienceId, personIds } = audienceMembersInput.parse(input);
  const list = await holdList(ctx, audienceId);
  const people = await thereOf(ctx, personIds);
  if (people.length === 0) throw notFound();

  const changeSetId = personIds.length > 1 ? await openChangeSet(ctx, "audience.filled", { name: list.name }) : null;
  const added = await insert(ctx, audienceId, people, changeSetId);
  if (added.length === 0) return 0;
  if (changeSetId) await stampRemembered(ctx, { table: "audience", id: audienceId, changeSetId });
  else await stamp(ctx, audienceId);
  await recordChange(ctx, {
    action: "audience.filled",
    subjectType: "audience",
    subjectId: audienceId,
    changeSetId,
    before: null,
    after: { name: list.name, people: added.length },
  });
  const count = added.length;
  if (changeSetId) await appendFact(ctx, "people.audience-filled", { changeSetId, audienceId, count }, { changeSetId });
  else for (const personId of added) await appendFact(ctx, "people.audience-joined", { audienceId, personId });
  return count;
}

async function stamp(ctx: Ctx, audienceId: Id<"audience">): Promise<void> {
  await ctx.db.updateTable("audience").set({ updated_at: ctx.clock.now() }).where("id", "=", audienceId).execute();
}

/** Those of them who are somebody here, by the record that stays. */
async function thereOf(ctx: Ctx, personIds: readonly Id<"person">[]): Promise<Id<"person">[]> {
  const rows = await ctx.db
    .selectFrom("person")
    .select((person) => person.fn.coalesce("canonical_id", "id").as("id"))
    .where("id", "in", personIds)
    .where("erased_at", "is", null)
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}

async function insert(
  ctx: Ctx,
  audienceId: Id<"audience">,
  people: readonly Id<"person">[],
  changeSetId: Id<"change_set"> | null,
): Promise<Id<"person">[]> {
  const { rows } = await sql<{ personId: Id<"person"> }>`
    with made as (
      insert into audience_member (tenant_id, audience_id, person_id, added_at)
      select ${ctx.tenant.id}::uuid, ${audienceId}::uuid, who.id, ${ctx.clock.now()}::timestamptz
      from unnest(${people}::uuid[]) who (id)
      -- Somebody who is on it by a record that was merged into theirs is on it.
      where not exists (select from audience_member m join person q on q.tenant_id = m.tenant_id and q.id = m.person_id
        where m.tenant_id = ${ctx.tenant.id} and m.audience_id = ${audienceId} and q.canonical_id = who.id)
      on conflict (tenant_id, audience_id, person_id) do nothing
      returning *),
    remembered as (
      insert into change_set_item (tenant_id, change_set_id, subject_type, subject_id, person_id, after)
      select made.tenant_id, ${changeSetId}::uuid, 'audience_member', made.id, made.person_id, to_jsonb(made) from made
      where ${changeSetId}::uuid is not null)
    select person_id as "personId" from made order by person_id`.execute(ctx.db);
  return rows.map(({ personId }) => personId);
}
