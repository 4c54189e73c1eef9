import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange, type Undone, undoChangeSet } from "@guildhall/tenancy";
import { holdRoster } from "../staff/roster.ts";
import { mergePolicy } from "./merge.policy.ts";
import { unmergePeopleInput } from "./merge.ts";
import type { MergeStep } from "./merge-step.ts";

export interface Unmerged {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
  readonly changeSetId: Id<"change_set">;
  readonly undone: Undone;
}

/**
 * Gives both records back, each with what it had; what somebody changed of the kept one since stays as it is. What was
 * merged later comes apart first (`people.unmerge-later-first`).
 */
export async function unmergePeople(ctx: Ctx, input: unknown, steps: readonly MergeStep[] = []): Promise<Unmerged> {
  const { mergedId } = unmergePeopleInput.parse(input);
  mergePolicy.require(ctx.actor, "merge", null);
  const still = await holdRoster(ctx);
  const merge = await still.db
    .selectFrom("person_merge")
    .select(["kept_person_id as keptId", "change_set_id as changeSetId"])
    .where("merged_person_id", "=", mergedId)
    .forUpdate()
    .executeTakeFirst();
  if (!merge) throw notFound();
  const { keptId, changeSetId } = merge;
  if (await wasMerged(still, keptId)) throw conflict("people.unmerge-later-first");

  const undone = await undoChangeSet(still, { changeSetId });
  for (const step of steps) await step.unmerge(still, { keptId, mergedId, changeSetId });

  await recordChange(ctx, {
    action: "person.unmerged",
    subjectType: "person",
    subjectId: keptId,
    personId: keptId,
    before: { mergedId },
    after: null,
  });
  await appendFact(ctx, "people.people-unmerged", { keptId, mergedId });
  return { keptId, mergedId, changeSetId, undone };
}

async function wasMerged(ctx: Ctx, personId: Id<"person">): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("person_merge")
    .select("id")
    .where("merged_person_id", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}
