import { conflict, type Id, notFound } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";

interface NewLogin {
  readonly userId: Id<"user_account">;
  readonly personId: Id<"person">;
}

/** Makes a person a user's way into this tenant. `people.login-taken` for a user who has one here already. */
export async function giveLogin(ctx: Ctx, { userId, personId }: NewLogin): Promise<void> {
  try {
    await savepoint(ctx.db, () =>
      ctx.db
        .insertInto("login")
        .values({ tenant_id: ctx.tenant.id, user_id: userId, person_id: personId, created_at: ctx.clock.now() })
        .execute(),
    );
  } catch (error) {
    if (violates(error, "login_pkey")) throw conflict("people.login-taken");
    if (violates(error, "login_user_id_fkey") || violates(error, "login_tenant_id_person_id_fkey")) throw notFound();
    throw error;
  }
}
