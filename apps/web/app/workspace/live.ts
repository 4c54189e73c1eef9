import { z } from "zod";
import { workspaceRoute } from "../server/define-route.ts";
import { eventStream } from "../server/event-stream.ts";

/** What happens in this hall, as it happens: the fact's name and whom it is about, to those who may see such things. */
export const loader = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" }).open(
  async ({ scope, house, request }) => {
    const mayHear = (fact: string) => !fact.startsWith("people.") || scope.actor.can("people.view");
    return eventStream(request.signal, (send) =>
      house.live.subscribe(scope.tenant.id, (notice) => {
        if (notice === null) send("again", {});
        else if (mayHear(notice.fact)) send("fact", { fact: notice.fact, subjectId: notice.subjectId });
      }),
    );
  },
);
