import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { viewPolicy } from "./view.policy.ts";
import { holdView } from "./view.queries.ts";
import { deleteViewInput, renameViewInput, shareViewInput, updateViewInput } from "./view.ts";

type View = Awaited<ReturnType<typeof holdView>>;

/** Calls a view by another name. */
export async function renameView(ctx: Ctx, input: unknown): Promise<void> {
  const { viewId, name } = renameViewInput.parse(input);
  const view = await holdView(ctx, viewId);
  viewPolicy.require(ctx.actor, "change", view);
  if (view.name === name) return;
  await write(ctx, viewId, { name });
  await record(ctx, "view.renamed", view, { name: view.name }, { name });
}

/** Keeps the grid as it stands now in a view that is there already. */
export async function updateView(ctx: Ctx, input: unknown): Promise<void> {
  const { viewId, state } = updateViewInput.parse(input);
  const view = await holdView(ctx, viewId);
  viewPolicy.require(ctx.actor, "change", view);
  await write(ctx, viewId, { state: JSON.stringify(state) });
  await record(ctx, "view.changed", view, { state: view.state }, { state });
}

/** Lets everybody who sees the rows look through a view, or nobody else any more. */
export async function shareView(ctx: Ctx, input: unknown): Promise<void> {
  const { viewId, shared } = shareViewInput.parse(input);
  const view = await holdView(ctx, viewId);
  viewPolicy.require(ctx.actor, shared ? "share" : "change", view);
  if (view.shared === shared) return;
  await write(ctx, viewId, { shared });
  await record(ctx, shared ? "view.shared" : "view.unshared", view, { shared: view.shared }, { shared });
}

/** Takes a view away; the rows stay as they are. */
export async function deleteView(ctx: Ctx, input: unknown): Promise<void> {
  const { viewId } = deleteViewInput.parse(input);
  const view = await holdView(ctx, viewId);
  viewPolicy.require(ctx.actor, "change", view);
  await ctx.db.deleteFrom("saved_view").where("id", "=", viewId).execute();
  await record(ctx, "view.deleted", view, { name: view.name, shared: view.shared, state: view.state }, null);
}

function write(ctx: Ctx, id: Id<"saved_view">, values: { name?: string; state?: string; shared?: boolean }) {
  return ctx.db
    .updateTable("saved_view")
    .set({ ...values, updated_at: ctx.clock.now() })
    .where("id", "=", id)
    .execute();
}

async function record(ctx: Ctx, action: string, { id }: View, before: object, after: object | null): Promise<void> {
  await recordChange(ctx, { action, subjectType: "saved_view", subjectId: id, before, after });
  await appendFact(ctx, "people.view-changed", { viewId: id });
}
