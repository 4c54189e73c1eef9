import type { Ctx } from "@guildhall/db";
import { deleteView, renameView, saveView, shareView, updateView } from "@guildhall/people";
import { type GridName, gridNameSchema, viewNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";

/** What is done with the views of a grid: a form posts it, and the grid is shown through what came of it. */
const viewDeed = z.object({
  act: z.enum(["save", "update", "rename", "share", "unshare", "delete"]),
  view: z.uuid().optional(),
  name: viewNameSchema.optional(),
  shared: z.string().optional(),
  state: z.string().max(20_000).optional(),
});

export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), grid: gridNameSchema }),
  permission: "people.view",
}).open(async ({ scope, house, request, params: { tenant, grid } }) => {
  const form = await request.formData();
  return answerForm(
    form,
    viewDeed,
    (deed) =>
      house.database.withTenant(scope, async (ctx) => {
        const shown = await settle(ctx, grid, deed);
        return seeOther(`/w/${tenant}/${grid}${shown ? `?view=${shown}` : ""}`);
      }),
    { field: "name" },
  );
});

/** Does it, and says which view is looked through then. */
async function settle(ctx: Ctx, grid: GridName, deed: z.output<typeof viewDeed>): Promise<string | null> {
  const { act, view: viewId, name, shared, state = "{}" } = deed;
  switch (act) {
    case "save":
      return saveView(ctx, { grid, name, shared: shared === "on", state });
    case "update":
      await updateView(ctx, { viewId, state });
      break;
    case "rename":
      await renameView(ctx, { viewId, name });
      break;
    case "delete":
      await deleteView(ctx, { viewId });
      return null;
    default:
      await shareView(ctx, { viewId, shared: act === "share" });
  }
  return viewId ?? null;
}
