import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { renameListInput } from "./audience.ts";
import { holdList } from "./hold-list.ts";

export async function renameList(ctx: Ctx, input: unknown): Promise<void> {
  const { audienceId, name } = renameListInput.parse(input);
  const list = await holdList(ctx, audienceId);
  if (list.name === name) return;
  await ctx.db
    .updateTable("audience")
    .set({ name, updated_at: ctx.clock.now() })
    .where("id", "=", audienceId)
    .execute();
  await recordChange(ctx, {
    action: "audience.renamed",
    subjectType: "audience",
    subjectId: audienceId,
    before: { name: list.name },
    after: { name },
  });
  await appendFact(ctx, "people.audience-renamed", { audienceId });
}
