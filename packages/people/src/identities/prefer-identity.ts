import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { clusterOf, holdPerson } from "../people/resolve-person.ts";
import { findIdentity } from "./find-identity.ts";
import { identityInput } from "./identity.ts";

/** Makes an identity the one to use of its kind: the address that is written to, the number that is called. */
export async function preferIdentity(ctx: Ctx, input: unknown): Promise<void> {
  const { personId, identityId } = identityInput.parse(input);
  const person = await holdPerson(ctx, personId);
  const identity = await findIdentity(ctx, person.id, identityId);
  if (identity.preferred) return;
  const before = await ctx.db
    .updateTable("person_identity")
    .set({ preferred: false })
    .where("person_id", "in", await clusterOf(ctx, person.id))
    .where("kind", "=", identity.kind)
    .where("preferred", "=", true)
    .returning("value")
    .execute();
  await ctx.db.updateTable("person_identity").set({ preferred: true }).where("id", "=", identityId).execute();
  await ctx.db.updateTable("person").set({ updated_at: ctx.clock.now() }).where("id", "=", person.id).execute();
  await recordChange(ctx, {
    action: "person.identity-preferred",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: { [identity.kind]: before[0]?.value ?? null },
    after: { [identity.kind]: identity.value },
  });
  await appendFact(ctx, "people.person-updated", { personId: person.id, fields: [identity.kind] });
}
