import { type Actor, type Id, policy } from "@guildhall/core";

interface Held {
  readonly personId: Id<"person">;
  readonly shared: boolean;
}

const isOwn = (actor: Actor, { personId }: Held) => actor.kind === "person" && actor.personId === personId;

/**
 * A view is its maker's. One that is shared everybody sees who sees the rows; beside its maker those may change it who
 * may change many rows at once.
 */
export const viewPolicy = policy<Held>()({
  view: (actor, view) => actor.can("people.view") && (view.shared || isOwn(actor, view)),
  change: (actor, view) =>
    actor.can("people.view") && (isOwn(actor, view) || (view.shared && actor.can("people.bulk-edit"))),
  share: (actor, view) => isOwn(actor, view) && actor.can("people.edit"),
});
