import { suiteLiveBlocks } from "@guildhall/suite";
import { z } from "zod";
import { livePartsInput } from "../../documents/live-blocks/live-parts-input.ts";
import { workspaceRoute } from "../../server/define-route.ts";
import { answerScript } from "../grid/answer-script.ts";

/** What live blocks show now to whoever asks: each by the reader's own permissions, whatever document it stands in. */
export const action = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  permission: "workspace.enter",
}).open(({ scope, house, request }) =>
  answerScript(request, livePartsInput, ({ questions }) =>
    house.database.withTenant(scope, (ctx) => suiteLiveBlocks.ask(ctx, questions), { readOnly: true }),
  ),
);
