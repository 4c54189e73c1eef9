import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { holdSpace } from "./hold-space.ts";
import { changeSpaceInput } from "./space.ts";

/** Gives a space another name, purpose or sign. */
export async function changeSpace(ctx: Ctx, input: unknown): Promise<void> {
  const { spaceId, name, purpose = null, icon = null } = changeSpaceInput.parse(input);
  const before = await holdSpace(ctx, spaceId, "manage");
  const after = { name, purpose, icon };
  await ctx.db
    .updateTable("space")
    .set({ ...after, updated_at: ctx.clock.now() })
    .where("id", "=", spaceId)
    .execute();
  await recordChange(ctx, {
    action: "space.changed",
    subjectType: "space",
    subjectId: spaceId,
    before: { name: before.name, purpose: before.purpose, icon: before.icon },
    after,
  });
  await appendFact(ctx, "docs.space-changed", { spaceId });
}
