import { policy } from "@guildhall/core";

/** Who lets customers in and shows them out. Nobody else learns who waits. */
export const memberPolicy = policy<null>()({
  view: (actor) => actor.can("people.view"),
  manage: (actor) => actor.can("members.manage"),
});
