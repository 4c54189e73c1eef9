import { policy } from "@guildhall/core";

/** Fields are the hall's own: its staff see them, whoever runs it makes them. */
export const fieldPolicy = policy<null>()({
  view: (actor) => actor.can("people.view"),
  manage: (actor) => actor.can("fields.manage"),
});
