import { type Actor, type Id, policy } from "@guildhall/core";

const isSelf = (actor: Actor, person: { id: Id<"person"> }) => actor.kind === "person" && actor.personId === person.id;

export const personPolicy = policy<{ id: Id<"person"> }>()({
  view: (actor, person) => actor.can("people.view") || isSelf(actor, person),
  edit: (actor, person) => actor.can("people.edit") || isSelf(actor, person),
});

/** Who may add people and list them all. */
export const peoplePolicy = policy<null>()({
  view: (actor) => actor.can("people.view"),
  create: (actor) => actor.can("people.edit"),
  import: (actor) => actor.can("people.bulk-edit"),
});
