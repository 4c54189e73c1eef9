import { conflict, type Id } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { addIdentity } from "../identities/add-identity.ts";

interface NewStaff {
  userId: Id<"user_account">;
  fullName: string;
  /** Already verified as the user's own. */
  email: string;
  /** Null makes a member of the community without a role. */
  role: Role | null;
}

/**
 * Makes a user a person of this tenant, with a login and, for staff, a role. For set-up; invitations check who may. A
 * user who is somebody here already is a conflict (`people.login-exists`).
 */
export async function addLogin(ctx: Ctx, { userId, fullName, email, role }: NewStaff): Promise<Id<"person">> {
  const now = ctx.clock.now();
  const { id: personId } = await ctx.db
    .insertInto("person")
    .values({ tenant_id: ctx.tenant.id, full_name: fullName, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addIdentity(ctx, { personId, kind: "email", value: email, source: "sign-in", verifiedAt: now });
  await insertLogin(ctx, { userId, personId });
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

/** Lets a user in as this person. */
export async function insertLogin(
  ctx: Ctx,
  { userId, personId }: { userId: Id<"user_account">; personId: Id<"person"> },
): Promise<void> {
  const row = { tenant_id: ctx.tenant.id, user_id: userId, person_id: personId, created_at: ctx.clock.now() };
  try {
    await savepoint(ctx.db, () => ctx.db.insertInto("login").values(row).execute());
  } catch (error) {
    throw violates(error, "login_pkey") ? conflict("people.login-exists") : error;
  }
}
