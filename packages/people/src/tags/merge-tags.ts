import { invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered } from "../bulk/remember.ts";
import { holdTag } from "./edit-tag.ts";
import { requireMayKeepTags } from "./require-may-keep-tags.ts";
import { type Retagged, retag } from "./retag.ts";
import { mergeTagsInput } from "./tag.ts";

/** Makes one tag of two: whoever has the first gets the second instead. Undone as one. Tells how many had it. */
export async function mergeTags(ctx: Ctx, input: unknown): Promise<Retagged> {
  const { tagId, intoId } = mergeTagsInput.parse(input);
  requireMayKeepTags(ctx);
  if (tagId === intoId) throw invalid("people.tag-same", { intoId: "people.tag-same" });
  // In the order of their ids: who merges them the other way round at the same time waits, and then finds one gone.
  for (const id of [tagId, intoId].sort()) await holdTag(ctx, id);
  const [tag, into] = [await holdTag(ctx, tagId), await holdTag(ctx, intoId)];
  const changeSetId = await openChangeSet(ctx, "tag.merged", { name: tag.name, into: into.name });
  const count = await retag(ctx, { from: tagId, to: intoId, changeSetId });
  await removeRemembered(ctx, { table: "tag", where: sql`t.id = ${tagId}`, changeSetId });
  await recordChange(ctx, {
    action: "tag.merged",
    subjectType: "tag",
    subjectId: intoId,
    changeSetId,
    before: { name: tag.name, records: count },
    after: { name: into.name },
  });
  await appendFact(ctx, "people.tag-removed", { changeSetId, tagId, count }, { changeSetId });
  return { count, changeSetId };
}
