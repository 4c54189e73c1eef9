import { type Id, policy } from "@guildhall/core";

interface Written {
  readonly authorPersonId: Id<"person"> | null;
}

/** Notes. Nobody changes another's words; whoever manages the work may. */
export const notePolicy = policy<Written>()({
  view: (actor) => actor.can("work.view"),
  add: (actor) => actor.can("work.edit"),
  pin: (actor) => actor.can("work.edit"),
  edit: (actor, { authorPersonId }) =>
    actor.can("work.manage") ||
    (actor.can("work.edit") && actor.kind === "person" && actor.personId === authorPersonId),
});

/** Tasks are everybody's who works here. */
export const taskPolicy = policy<null>()({
  view: (actor) => actor.can("work.view"),
  edit: (actor) => actor.can("work.edit"),
});
