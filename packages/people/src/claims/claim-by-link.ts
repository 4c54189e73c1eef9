import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { enterHall } from "../members/enter-hall.ts";
import { holdDoor } from "../members/hold-door.ts";
import type { Joiner, JoinOutcome } from "../members/member.ts";
import { usePersonalLink } from "./personal-link.ts";

/**
 * Makes the record behind a personal link the user's own, whatever the hall's rule of joining: staff handed it to them.
 * Who has another record here already does not get a second; staff are asked to put the two together.
 */
export async function claimByLink(
  ctx: Ctx,
  { joiner, linkId }: { joiner: Joiner; linkId: Id<"personal_link"> },
): Promise<JoinOutcome> {
  await holdDoor(ctx, joiner.userId);
  const personId = await usePersonalLink(ctx, linkId);
  if (!personId) throw conflict("people.link-gone");
  return enterHall(ctx, { joiner, claim: { personId, by: "link" }, asks: false, invited: true });
}
