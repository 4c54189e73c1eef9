import { settleTags } from "@guildhall/people";
import { tagNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { answerScript } from "./answer-script.ts";

/** Makes a tag while somebody writes it, or finds the one of that name. */
export const action = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "people.edit" }).open(
  ({ scope, house, request }) =>
    answerScript(request, z.object({ name: tagNameSchema }), async ({ name }) => {
      const [id] = await house.database.withTenant(scope, (ctx) => settleTags(ctx, [name]));
      return { id: id ?? "", name };
    }),
);
