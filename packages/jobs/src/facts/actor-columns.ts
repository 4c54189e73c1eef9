import type { Actor } from "@guildhall/core";

/** Who did it, as facts, audit entries and change sets record it. */
export function actorColumns(actor: Actor) {
  return {
    actor_kind: actor.kind,
    actor_user_id: actor.kind === "person" ? actor.userId : null,
    actor_person_id: actor.kind === "person" ? actor.personId : null,
  };
}
