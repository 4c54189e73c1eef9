import { policy } from "@guildhall/core";

/** Merging shows what both records hold and changes one for good measure: for those who may change many at once. */
export const mergePolicy = policy<null>()({
  view: (actor) => actor.can("people.view"),
  merge: (actor) => actor.can("people.bulk-edit"),
});
