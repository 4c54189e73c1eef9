import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered, stampRemembered } from "../bulk/remember.ts";
import { audienceMembersInput } from "./audience.ts";
import { holdList } from "./hold-list.ts";

/**
 * Takes people off a list, by whichever of their merged records they are on it. Several at once can be undone as one.
 * Resolves to how many were on it.
 */
export async function removeFromAudience(ctx: Ctx, input: unknown): Promise<number> {
  const { audienceId, personIds } = audienceMembersInput.parse(input);
  const list = await holdList(ctx, audienceId);
  const gone = await membersAmong(ctx, audienceId, personIds);
  if (gone.length === 0) return 0;

  const changeSetId = await openChangeSet(ctx, "audience.emptied", { name: list.name });
  const where = sql`t.id = any (${gone.map(({ id }) => id)}::uuid[])`;
  await removeRemembered(ctx, { table: "audience_member", where, changeSetId });
  await stampRemembered(ctx, { table: "audience", id: audienceId, changeSetId });
  const count = gone.length;
  await recordChange(ctx, {
    action: "audience.emptied",
    subjectType: "audience",
    subjectId: audienceId,
    changeSetId,
    before: { name: list.name, people: count },
    after: null,
  });
  if (personIds.length > 1)
    await appendFact(ctx, "people.audience-emptied", { changeSetId, audienceId, count }, { changeSetId });
  else for (const { personId } of gone) await appendFact(ctx, "people.audience-left", { audienceId, personId });
  return count;
}

async function membersAmong(ctx: Ctx, audienceId: Id<"audience">, personIds: readonly Id<"person">[]) {
  const { rows } = await sql<{ id: Id<"audience_member">; personId: Id<"person"> }>`
    select m.id, m.person_id as "personId"
    from audience_member m join person q on q.tenant_id = m.tenant_id and q.id = m.person_id
    where m.tenant_id = ${ctx.tenant.id} and m.audience_id = ${audienceId} and coalesce(q.canonical_id, q.id) in (
      select coalesce(p.canonical_id, p.id) from person p
      where p.tenant_id = ${ctx.tenant.id} and p.id = any (${personIds}::uuid[]))
    order by m.person_id`.execute(ctx.db);
  return rows;
}
