import { type Id, policy } from "@guildhall/core";

export const changeSetPolicy = policy<{ actorPersonId: Id<"person"> | null }>()({
  view: (actor) => actor.can("people.view"),
  undo: (actor, changeSet) =>
    actor.can("history.undo") ||
    (actor.kind === "person" && actor.can("people.edit") && actor.personId === changeSet.actorPersonId),
});
