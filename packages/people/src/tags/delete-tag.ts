import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered } from "../bulk/remember.ts";
import { holdTag } from "./edit-tag.ts";
import { requireMayKeepTags } from "./require-may-keep-tags.ts";
import { type Retagged, retag } from "./retag.ts";
import { deleteTagInput } from "./tag.ts";

/** Takes a tag off everybody and everything, and out of the hall. Undone as one. Tells how many records had it. */
export async function deleteTag(ctx: Ctx, input: unknown): Promise<Retagged> {
  const { tagId } = deleteTagInput.parse(input);
  requireMayKeepTags(ctx);
  const tag = await holdTag(ctx, tagId);
  const changeSetId = await openChangeSet(ctx, "tag.deleted", { name: tag.name });
  const count = await retag(ctx, { from: tagId, to: null, changeSetId });
  await removeRemembered(ctx, { table: "tag", where: sql`t.id = ${tagId}`, changeSetId });
  await recordChange(ctx, {
    action: "tag.deleted",
    subjectType: "tag",
    subjectId: tagId,
    changeSetId,
    before: { name: tag.name, records: count },
    after: null,
  });
  await appendFact(ctx, "people.tag-removed", { changeSetId, tagId, count }, { changeSetId });
  return { count, changeSetId };
}
