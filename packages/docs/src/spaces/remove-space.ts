import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { generateKeyBetween } from "fractional-indexing";
import { recheckSpace } from "../access/recheck.ts";
import { lastSpaceRank } from "./create-space.ts";
import { holdSpace } from "./hold-space.ts";
import { spaceRefInput } from "./space.ts";

/** Takes a shelf down with all that stands on it: into the trash, from where it can be put up again. */
export async function removeSpace(ctx: Ctx, input: unknown): Promise<void> {
  const { spaceId } = spaceRefInput.parse(input);
  const { name } = await holdSpace(ctx, spaceId, "manage");
  await ctx.db
    .updateTable("space")
    .set({ removed_at: ctx.clock.now(), removed_by: ctx.actor.kind === "person" ? ctx.actor.personId : null })
    .where("id", "=", spaceId)
    .execute();
  await recheckSpace(ctx, spaceId);
  await recordChange(ctx, {
    action: "space.removed",
    subjectType: "space",
    subjectId: spaceId,
    before: { name },
    after: null,
  });
  await appendFact(ctx, "docs.space-removed", { spaceId });
}

/** Puts a shelf up again, last of all, with what stood on it when it was taken down. */
export async function restoreSpace(ctx: Ctx, input: unknown): Promise<void> {
  const { spaceId } = spaceRefInput.parse(input);
  const { name } = await holdSpace(ctx, spaceId, "manage", { removed: true });
  await ctx.db
    .updateTable("space")
    .set({ removed_at: null, removed_by: null, rank: generateKeyBetween(await lastSpaceRank(ctx), null) })
    .where("id", "=", spaceId)
    .execute();
  await recheckSpace(ctx, spaceId);
  await recordChange(ctx, {
    action: "space.restored",
    subjectType: "space",
    subjectId: spaceId,
    before: null,
    after: { name },
  });
  await appendFact(ctx, "docs.space-restored", { spaceId });
}
