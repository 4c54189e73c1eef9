import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Whose notices these are: the actor's own, and nobody else's. */
export function ownPerson({ actor }: Ctx): Id<"person"> {
  if (actor.kind !== "person") throw notFound();
  return actor.personId;
}
