import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { type Role, roles } from "@guildhall/tenancy/schemas";
import { z } from "zod";

/** Somebody on a hall's staff, as its list shows them. */
export interface StaffMember {
  readonly personId: Id<"person">;
  readonly userId: Id<"user_account"> | null;
  readonly fullName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly avatarFileId: Id<"file"> | null;
  readonly since: Date;
}

/** The roles that can be given; a hall is owned by those to whom it was handed over. */
export const givenRoles = ["admin", "manager", "staff", "viewer"] as const satisfies readonly Role[];
export const givenRoleSchema = z.enum(givenRoles, { error: "people.role-missing" });
export type GivenRole = z.infer<typeof givenRoleSchema>;

/** Whether `role` stands as high as `other`, or higher. Nobody without a role does. */
export function reaches(role: string | null, other: Role): boolean {
  const place = roles.findIndex((each) => each === role);
  return place >= 0 && place <= roles.indexOf(other);
}

/** The roles that somebody with this role may give, highest first. */
export function rolesToGive(role: string | null): GivenRole[] {
  return givenRoles.filter((each) => reaches(role, each));
}

const personId = idSchema("person");

export const changeRoleInput = z.object({ personId, role: givenRoleSchema });
/** What somebody is once they are off the staff: still a member of the community, or nobody here. */
const afterwards = z.enum(["member", "nobody"]).default("member");
export const removeStaffInput = z.object({ personId, afterwards });
export const leaveHallInput = z.object({ afterwards });
export const transferOwnershipInput = z.object({
  personId: z.string({ error: "people.heir-missing" }).pipe(personId),
  /** Typed by whoever hands over, so that nobody does by mistake. */
  hallName: lineSchema(200, { empty: "people.hall-name-wrong" }),
  /** What the one who hands over is from then on: an owner beside the other, or an admin. */
  afterwards: z.enum(["admin", "owner"]).default("admin"),
});
