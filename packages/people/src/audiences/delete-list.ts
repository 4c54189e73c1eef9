import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered } from "../bulk/remember.ts";
import { listRefInput } from "./audience.ts";
import { holdList } from "./hold-list.ts";

/** Takes a list away, and nobody on it. Undone as one. */
export async function deleteList(ctx: Ctx, input: unknown): Promise<Id<"change_set">> {
  const { audienceId } = listRefInput.parse(input);
  const list = await holdList(ctx, audienceId);
  const changeSetId = await openChangeSet(ctx, "audience.deleted", { name: list.name });
  const where = sql`t.audience_id = ${audienceId}`;
  const count = await removeRemembered(ctx, { table: "audience_member", where, changeSetId });
  await removeRemembered(ctx, { table: "audience", where: sql`t.id = ${audienceId}`, changeSetId });
  await recordChange(ctx, {
    action: "audience.deleted",
    subjectType: "audience",
    subjectId: audienceId,
    changeSetId,
    before: { name: list.name, people: count },
    after: null,
  });
  await appendFact(ctx, "people.audience-deleted", { changeSetId, audienceId }, { changeSetId });
  return changeSetId;
}
