import { idSchema } from "@guildhall/core";
import { undoChanges } from "@guildhall/people";
import { gridNameSchema } from "@guildhall/people/schemas";
import { suiteMergeSteps } from "@guildhall/suite";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { answerScript } from "./answer-script.ts";

/** Takes back what was done to many rows at once. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), grid: gridNameSchema }),
  permission: "people.edit",
}).open(({ scope, house, request }) =>
  answerScript(request, z.object({ changeSetId: idSchema("change_set") }), async (input) => {
    await house.database.withTenant(scope, (ctx) => undoChanges(ctx, input, suiteMergeSteps));
    return null;
  }),
);
