import { notFound } from "@guildhall/core";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { eventStream } from "../../server/event-stream.ts";
import { hearsIn } from "../../server/hears-in.ts";

/**
 * What happens in this hall, as it happens: the fact's name and whom it is about, to those who may see such things.
 * Whose place in the hall changes is hung up on, and let in again as who they are now, or not at all.
 */
export const loader = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" }).open(
  async ({ scope, house, request, visit }) => {
    const session = await visit.session();
    if (!session || scope.actor.kind !== "person") throw notFound();
    const standing = { sessionId: session.sessionId, tenantId: scope.tenant.id, role: scope.actor.role };
    const mayHear = hearsIn(scope.actor);
    return eventStream(request.signal, (send, end) => {
      const deaf = house.live.subscribe(scope.tenant.id, (notice) => {
        if (notice === null) send("again", {});
        else if (mayHear(notice)) send("fact", { fact: notice.fact, subjectId: notice.subjectId });
      });
      const unwatched = house.access.watch(standing, end);
      return () => {
        deaf();
        unwatched();
      };
    });
  },
);
