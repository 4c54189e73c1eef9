import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { audiencePolicy } from "./audience.policy.ts";
import { createListInput } from "./audience.ts";

/** Makes a list to put people on by hand. */
export async function createList(ctx: Ctx, input: unknown): Promise<Id<"audience">> {
  const { name } = createListInput.parse(input);
  audiencePolicy.require(ctx.actor, "fill", { kind: "list" });
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("audience")
    .values({ tenant_id: ctx.tenant.id, kind: "list", name, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordChange(ctx, {
    action: "audience.created",
    subjectType: "audience",
    subjectId: id,
    before: null,
    after: { name },
  });
  await appendFact(ctx, "people.audience-created", { audienceId: id });
  return id;
}
