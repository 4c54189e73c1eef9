import { type Actor, type Id, policy } from "@guildhall/core";

const isSelf = (actor: Actor, person: { id: Id<"person"> }) => actor.kind === "person" && actor.personId === person.id;

export const personPolicy = policy<{ id: Id<"person"> }>()({
  view: (actor, person) => actor.can("people.view") || isSelf(actor, person),
  /** What is theirs to show: their picture. */
  edit: (actor, person) => actor.can("people.edit") || isSelf(actor, person),
  /** The record as staff keep it. */
  keep: (actor) => actor.can("people.edit"),
  /** What they agreed to receive: their own word, or staff who note it down. */
  consent: (actor, person) => actor.can("people.edit") || isSelf(actor, person),
  /** To take it along, or to have it forgotten. */
  export: (actor, person) => actor.can("people.bulk-edit") || isSelf(actor, person),
  erase: (actor, person) => actor.can("people.bulk-edit") || isSelf(actor, person),
});

/** Who may add people and list them all. */
export const peoplePolicy = policy<null>()({
  view: (actor) => actor.can("people.view"),
  create: (actor) => actor.can("people.edit"),
});
