import { policy } from "@guildhall/core";
import { undoPermission } from "./change-set-kinds.ts";

/** Whoever may do a thing may take it back, whoever did it. */
export const changeSetPolicy = policy<{ kind: string }>()({
  view: (actor) => actor.can("people.view"),
  undo: (actor, { kind }) => actor.can(undoPermission(kind)),
});
