import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { recordChange } from "@guildhall/tenancy";
import { type GivenRole, givenRoles, rolesToGive } from "../staff/staff.ts";

/** Withdraws what somebody gave who is not on the staff any more. */
export async function revokeInvitationsBy(ctx: Ctx, personId: Id<"person">): Promise<void> {
  await withdraw(ctx, { by: personId });
}

/** Withdraws what somebody gave and, with the role that they have now, could not give any more. */
export async function revokeInvitationsAbove(ctx: Ctx, personId: Id<"person">, role: GivenRole): Promise<void> {
  const still = role === "admin" ? rolesToGive(role) : [];
  await withdraw(ctx, { by: personId, roles: givenRoles.filter((each) => !still.includes(each)) });
}

/** Withdraws every link: whoever was shown out may know it. */
export async function revokeLinks(ctx: Ctx): Promise<void> {
  await withdraw(ctx, { kind: "link" });
}

interface Which {
  readonly by?: Id<"person">;
  readonly roles?: readonly GivenRole[];
  readonly kind?: "link";
}

async function withdraw(ctx: Ctx, { by, roles, kind }: Which): Promise<void> {
  if (roles?.length === 0) return;
  let open = ctx.db
    .updateTable("invitation")
    .set({ revoked_at: ctx.clock.now() })
    .where("revoked_at", "is", null)
    .whereRef("uses", "<", "max_uses");
  if (by) open = open.where("invited_by_person_id", "=", by);
  if (roles) open = open.where("role", "in", roles);
  if (kind) open = open.where("kind", "=", kind);
  for (const { id, role } of await open.returning(["id", "role"]).execute())
    await recordChange(ctx, {
      action: "staff.invitation-withdrawn",
      subjectType: "invitation",
      subjectId: id,
      before: { role },
      after: null,
    });
}
