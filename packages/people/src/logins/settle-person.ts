import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { addLogin } from "./add-login.ts";
import { giveLogin } from "./give-login.ts";

interface Arrival {
  readonly userId: Id<"user_account">;
  /** Proven to be the user's own, now. */
  readonly verifiedEmail: string;
  readonly fullName: string;
}

/**
 * Who a user is in this hall: the person that they have signed in as before, or whom the hall knows by their verified
 * address, or somebody new. A person whom somebody else signs in as is not handed over (`people.person-taken`).
 */
export async function settlePerson(ctx: Ctx, { userId, verifiedEmail, fullName }: Arrival): Promise<Id<"person">> {
  const login = await ctx.db
    .selectFrom("resolved_login")
    .select("person_id")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  if (login?.person_id) return login.person_id;
  const known = await findByEmail(ctx, verifiedEmail);
  if (!known) return addLogin(ctx, { userId, fullName, email: verifiedEmail, role: null });

  const other = await ctx.db
    .selectFrom("resolved_login")
    .select("user_id")
    .where("person_id", "=", known.personId)
    .executeTakeFirst();
  if (other) throw conflict("people.person-taken");
  await ctx.db
    .updateTable("person_identity")
    .set({ verified_at: ctx.clock.now() })
    .where("id", "=", known.identityId)
    .execute();
  await giveLogin(ctx, { userId, personId: known.personId });
  await appendFact(ctx, "people.person-claimed", { personId: known.personId, by: "email" });
  return known.personId;
}

async function findByEmail(ctx: Ctx, email: string) {
  return ctx.db
    .selectFrom("person_identity as i")
    .innerJoin("person as p", (join) => join.onRef("p.tenant_id", "=", "i.tenant_id").onRef("p.id", "=", "i.person_id"))
    .select((where) => ["i.id as identityId", where.fn.coalesce("p.canonical_id", "p.id").as("personId")])
    .where("i.kind", "=", "email")
    .where("i.provider", "=", "")
    .where("i.value", "=", email)
    .where("p.erased_at", "is", null)
    .forUpdate("i")
    .executeTakeFirst();
}
