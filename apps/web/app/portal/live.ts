import { notFound } from "@guildhall/core";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";
import { eventStream } from "../server/event-stream.ts";
import { hearsIn } from "../server/hears-in.ts";

/** A member's line of events: their own bell, until their place in the hall changes. */
export const loader = portalRoute({ params: z.object({ tenant: z.string() }), access: "member" }).open(
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
