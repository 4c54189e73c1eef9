import type { JoinDoor } from "@guildhall/people";
import type { House } from "./house.ts";

/** What staff invitations of this house are made with. */
export function joinDoor(house: House): JoinDoor {
  return { secret: house.secret, publicUrl: house.publicUrl() };
}
