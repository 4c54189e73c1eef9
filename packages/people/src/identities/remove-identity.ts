import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { clusterOf, holdPerson } from "../people/resolve-person.ts";
import { findIdentity } from "./find-identity.ts";
import { identityInput } from "./identity.ts";

/**
 * Takes something away that a person was known by. What they proved to be theirs stays while they sign in here
 * (`people.identity-proven`): it is what brings them back to this very record.
 */
export async function removeIdentity(ctx: Ctx, input: unknown): Promise<void> {
  const { personId, identityId } = identityInput.parse(input);
  const person = await holdPerson(ctx, personId);
  const { kind, provider, value, verified_at } = await findIdentity(ctx, person.id, identityId);
  if (verified_at !== null && (await signsIn(ctx, person.id))) throw conflict("people.identity-proven");
  await ctx.db.deleteFrom("person_identity").where("id", "=", identityId).execute();
  await ctx.db.updateTable("person").set({ updated_at: ctx.clock.now() }).where("id", "=", person.id).execute();
  await recordChange(ctx, {
    action: "person.identity-removed",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: { kind, provider, value },
    after: null,
  });
  await appendFact(ctx, "people.identity-removed", { personId: person.id, kind });
}

async function signsIn(ctx: Ctx, personId: Id<"person">): Promise<boolean> {
  const login = await ctx.db
    .selectFrom("login")
    .select("user_id")
    .where("person_id", "in", await clusterOf(ctx, personId))
    .executeTakeFirst();
  return login !== undefined;
}
