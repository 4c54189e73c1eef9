import { conflict, type Id, notFound } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { requireMayKeepTags } from "./require-may-keep-tags.ts";
import { editTagInput, tagKey } from "./tag.ts";

/** Calls a tag by another name, or gives it another tone. A name that another tag has is `people.tag-taken`. */
export async function editTag(ctx: Ctx, input: unknown): Promise<void> {
  const { tagId, name, tone } = editTagInput.parse(input);
  requireMayKeepTags(ctx);
  const tag = await holdTag(ctx, tagId);
  if (tag.name === name && tag.tone === tone) return;
  try {
    await savepoint(ctx.db, () =>
      ctx.db
        .updateTable("tag")
        .set({ name, name_key: tagKey(name), tone })
        .where("id", "=", tagId)
        .execute(),
    );
  } catch (error) {
    if (violates(error, "tag_tenant_id_name_key_key"))
      throw conflict("people.tag-taken", {}, { name: "people.tag-taken" });
    throw error;
  }
  await recordChange(ctx, {
    action: "tag.changed",
    subjectType: "tag",
    subjectId: tagId,
    before: { name: tag.name, tone: tag.tone },
    after: { name, tone },
  });
  await appendFact(ctx, "people.tag-changed", { tagId });
}

/** A tag for a change, held until the transaction ends. */
export async function holdTag(ctx: Ctx, tagId: Id<"tag">) {
  const tag = await ctx.db
    .selectFrom("tag")
    .select(["id", "name", "tone"])
    .where("id", "=", tagId)
    .forUpdate()
    .executeTakeFirst();
  if (!tag) throw notFound();
  return tag;
}
