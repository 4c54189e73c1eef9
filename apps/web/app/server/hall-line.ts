import { notFound } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import type { Standing } from "@guildhall/people";
import { eventStream } from "./event-stream.ts";
import { hearsIn } from "./hears-in.ts";
import type { House } from "./house.ts";
import type { Visit } from "./visit.ts";

interface Listener {
  readonly scope: Scope;
  readonly house: House;
  readonly visit: Visit;
  readonly request: Request;
}

/**
 * What happens in a hall, as it happens: the fact's name and whom it is about, to a person who may hear of it. Whose
 * place in the hall changes is hung up on, and let in again as who they are now, or not at all.
 */
export async function hallLine(
  { scope, house, visit, request }: Listener,
  { underSignInRules }: Pick<Standing, "underSignInRules">,
): Promise<Response> {
  const session = await visit.session();
  if (!session || scope.actor.kind !== "person") throw notFound();
  const standing = {
    sessionId: session.sessionId,
    tenantId: scope.tenant.id,
    role: scope.actor.role,
    underSignInRules,
  };
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
}
