import { gridNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { answerScript } from "./answer-script.ts";
import { editCellsInput } from "./edit-cell.ts";
import { type CellOutcome, settleCell } from "./settle-cell.ts";

/** Writes cells of a grid, each by itself: one that is refused keeps none of the others. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string(), grid: gridNameSchema }),
  permission: "people.edit",
}).open(({ scope, house, request, params }) =>
  answerScript(request, editCellsInput, async ({ edits }) => {
    const done: CellOutcome[] = [];
    for (const edit of edits) done.push(await settleCell(house.database, scope, params, edit));
    return done;
  }),
);
