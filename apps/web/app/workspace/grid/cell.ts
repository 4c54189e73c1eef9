import { gridNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { answerScript } from "./answer-script.ts";
import { editCell, editCellInput } from "./edit-cell.ts";

/** Writes one cell of a grid. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), grid: gridNameSchema }),
  permission: "people.edit",
}).open(({ scope, house, request, params }) =>
  answerScript(request, editCellInput, async (input) => {
    await house.database.withTenant(scope, (ctx) => editCell(ctx, params.grid, input));
    return null;
  }),
);
