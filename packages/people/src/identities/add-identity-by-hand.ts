import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { clusterOf, holdPerson } from "../people/resolve-person.ts";
import { addIdentity } from "./add-identity.ts";
import { addIdentityInput, type IdentityKind } from "./identity.ts";

/**
 * Gives a person an address, a number, a handle or an outside id, as staff know it: nothing is proven by that. One that
 * is theirs already stays as it is; one that is somebody else's is `people.identity-taken` beside `value`.
 */
export async function addIdentityByHand(ctx: Ctx, input: unknown): Promise<Id<"person_identity">> {
  const { personId, ...given } = addIdentityInput.parse(input);
  const provider = given.kind === "handle" || given.kind === "external" ? given.provider : "";
  const person = await holdPerson(ctx, personId);
  const identity = { kind: given.kind, provider, value: given.value };
  const known = await find(ctx, identity);
  if (known && (await clusterOf(ctx, person.id)).includes(known.person_id)) return known.id;
  if (known) throw conflict("people.identity-taken", {}, { value: "people.identity-taken" });

  await addIdentity(ctx, { personId: person.id, ...identity, source: "by-hand" }, "value");
  const added = await find(ctx, identity);
  if (!added) throw new Error("An identity that was just added is not there.");
  await ctx.db.updateTable("person").set({ updated_at: ctx.clock.now() }).where("id", "=", person.id).execute();
  await recordChange(ctx, {
    action: "person.identity-added",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: null,
    after: { [given.kind]: given.value, ...(provider && { provider }) },
  });
  await appendFact(ctx, "people.identity-added", {
    personId: person.id,
    identityId: added.id,
    kind: given.kind,
    source: "by-hand",
  });
  return added.id;
}

function find(ctx: Ctx, { kind, provider, value }: { kind: IdentityKind; provider: string; value: string }) {
  return ctx.db
    .selectFrom("person_identity")
    .select(["id", "person_id"])
    .where("kind", "=", kind)
    .where("provider", "=", provider)
    .where("value", "=", value)
    .executeTakeFirst();
}
