import { deleteView, renameView, saveView, shareView, updateView } from "@guildhall/people";
import { gridNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";

/** What is done with the views of a grid: a form posts it, and the grid is shown through what came of it. */
const viewDeed = z.object({
  act: z.enum(["save", "update", "rename", "share", "unshare", "delete"]),
  view: z.string().optional(),
  name: z.string().max(200).optional(),
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
    ({ act, view, name, shared, state = "{}" }) =>
      house.database.withTenant(scope, async (ctx) => {
        const list = `/w/${tenant}/${grid}`;
        if (act === "save") {
          const id = await saveView(ctx, { grid, name: name ?? "", shared: shared === "on", state });
          return seeOther(`${list}?view=${id}`);
        }
        if (act === "update") await updateView(ctx, { viewId: view, state });
        if (act === "rename") await renameView(ctx, { viewId: view, name: name ?? "" });
        if (act === "share" || act === "unshare") await shareView(ctx, { viewId: view, shared: act === "share" });
        if (act === "delete") await deleteView(ctx, { viewId: view });
        return seeOther(act === "delete" ? list : `${list}?view=${view}`);
      }),
    { field: "name" },
  );
});
