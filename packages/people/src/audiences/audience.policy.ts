import { policy } from "@guildhall/core";
import type { AudienceKind } from "./audience.ts";

/** Lists are filled by hand; the others by what stands behind them. */
export const audiencePolicy = policy<{ kind: AudienceKind }>()({
  view: (actor) => actor.can("people.view"),
  fill: (actor, { kind }) => actor.can("people.edit") && kind === "list",
});
