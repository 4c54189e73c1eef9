import { type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import { roleAt } from "../access/role-at.ts";
import { goneBefore } from "../trash/kept-until.ts";

export interface HeldSpace extends Selectable<DB["space"]> {
  readonly scopeId: Id<"document_scope">;
}

/**
 * A space for a change by the actor, locked until the transaction ends, and with it the shape of its tree. Not there for
 * whoever may see nothing of it, nor once it was removed.
 */
export async function holdSpace(
  ctx: Ctx,
  spaceId: Id<"space">,
  act: "view" | "edit" | "manage",
  { removed = false }: { removed?: boolean } = {},
): Promise<HeldSpace> {
  const space = await ctx.db.selectFrom("space").selectAll().where("id", "=", spaceId).forUpdate().executeTakeFirst();
  if (!space || (space.removed_at !== null) !== removed) throw notFound();
  if (space.removed_at && space.removed_at < goneBefore(ctx.clock.now())) throw notFound();
  const scopeId = await scopeOfSpace(ctx, spaceId);
  documentPolicy.require(ctx.actor, act, { role: await roleAt(ctx, scopeId) });
  return { ...space, scopeId };
}

/** Holds the trees of several spaces still, in the order of their ids, so that two who move between them never wait for one another. */
export async function holdTrees(ctx: Ctx, spaceIds: readonly Id<"space">[]): Promise<void> {
  await ctx.db.selectFrom("space").select("id").where("id", "in", spaceIds).orderBy("id").forUpdate().execute();
}

/** The place where the grants of a space stand. */
export async function scopeOfSpace(ctx: Ctx, spaceId: Id<"space">): Promise<Id<"document_scope">> {
  const scope = await ctx.db
    .selectFrom("document_scope")
    .select("id")
    .where("space_id", "=", spaceId)
    .where("is_space", "=", true)
    .executeTakeFirst();
  if (!scope) throw notFound();
  return scope.id;
}
