import type { Actor } from "@guildhall/core";
import type { LiveNotice } from "@guildhall/jobs";

/** What an actor's open pages may hear of as it happens: their own bell and timeline, and what they may see. */
export function hearsIn(actor: Actor) {
  return ({ fact, subjectId }: LiveNotice): boolean => {
    if (/^(?:notify\.|timeline\.own-)/.test(fact)) return actor.kind === "person" && actor.personId === subjectId;
    if (!actor.can("workspace.enter")) return false;
    return !/^(?:people|timeline)\./.test(fact) || actor.can("people.view");
  };
}
