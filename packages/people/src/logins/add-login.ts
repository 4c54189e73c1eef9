import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { addIdentity } from "../identities/add-identity.ts";
import { giveLogin } from "./give-login.ts";

interface NewStaff {
  userId: Id<"user_account">;
  fullName: string;
  /** Already verified as the user's own. */
  email: string;
  /** Null makes a member of the community without a role. */
  role: Role | null;
}

/**
 * Makes a user a person of this tenant, with a login and, for staff, a role. For set-up; invitations check who may.
 * A conflict for a user who has a login here (`people.login-taken`), or an address that is somebody's already.
 */
export async function addLogin(ctx: Ctx, { userId, fullName, email, role }: NewStaff): Promise<Id<"person">> {
  const now = ctx.clock.now();
  const { id: personId } = await ctx.db
    .insertInto("person")
    .values({ tenant_id: ctx.tenant.id, full_name: fullName, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addIdentity(ctx, { personId, kind: "email", value: email, source: "sign-in", verifiedAt: now });
  await giveLogin(ctx, { userId, personId });
  if (role)
    await ctx.db
      .insertInto("membership")
      .values({ tenant_id: ctx.tenant.id, person_id: personId, role, created_at: now })
      .execute();
  await recordChange(ctx, {
    action: "person.created",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: null,
    after: { fullName, email, role },
  });
  await appendFact(ctx, "people.person-created", { personId, changeSetId: null });
  return personId;
}
