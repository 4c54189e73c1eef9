import { bulkEdit } from "@guildhall/people";
import { bulkEditInput, gridNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { answerScript } from "./answer-script.ts";

/** Changes many rows of a grid at once. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), grid: gridNameSchema }),
  permission: "people.bulk-edit",
}).open(({ scope, house, request, params: { grid } }) =>
  answerScript(request, bulkEditInput.omit({ grid: true }), (input) =>
    house.database.withTenant(scope, (ctx) => bulkEdit(ctx, { ...input, grid })),
  ),
);
