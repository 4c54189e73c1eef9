import { AppError, type Id } from "@guildhall/core";
import { type Ctx, savepoint } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import { addIdentity } from "../identities/add-identity.ts";
import { emailIdentitySchema } from "../identities/identity.ts";
import { peoplePolicy } from "./person.policy.ts";
import { fullNameSchema } from "./person.ts";
import { resolvePerson } from "./resolve-person.ts";
import { requireRoomForPeople } from "./room-for-people.ts";
import { sortName } from "./sort-name.ts";

const input = z.object({ email: emailIdentitySchema, fullName: fullNameSchema.nullish() });

/**
 * Whoever has this address here, or somebody new who is known by it alone: by their name, or by the address while nobody
 * knows it. Of two who add the same address at once, both find one person.
 */
export async function findOrAddByEmail(ctx: Ctx, given: unknown): Promise<Id<"person">> {
  const { email, fullName } = input.parse(given);
  peoplePolicy.require(ctx.actor, "create", null);
  const known = await findByEmail(ctx, email);
  if (known) return known;
  await requireRoomForPeople(ctx);
  try {
    return await savepoint(ctx.db, () => addByEmail(ctx, email, fullName ?? email));
  } catch (error) {
    const meanwhile =
      error instanceof AppError && error.code === "people.identity-taken" && (await findByEmail(ctx, email));
    if (meanwhile) return meanwhile;
    throw error;
  }
}

async function findByEmail(ctx: Ctx, email: string): Promise<Id<"person"> | null> {
  const identity = await ctx.db
    .selectFrom("person_identity")
    .select("person_id")
    .where("kind", "=", "email")
    .where("provider", "=", "")
    .where("value", "=", email)
    .executeTakeFirst();
  return identity ? resolvePerson(ctx, identity.person_id) : null;
}

async function addByEmail(ctx: Ctx, email: string, fullName: string): Promise<Id<"person">> {
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("person")
    .values({
      tenant_id: ctx.tenant.id,
      full_name: fullName.slice(0, 200),
      sort_name: sortName({ fullName: fullName.slice(0, 200), familyName: null, givenName: null }),
      source: "guest",
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addIdentity(ctx, { personId: id, kind: "email", value: email, source: "guest" });
  await recordChange(ctx, {
    action: "person.created",
    subjectType: "person",
    subjectId: id,
    personId: id,
    before: null,
    after: { fullName, email },
  });
  await appendFact(ctx, "people.person-created", { personId: id, changeSetId: null });
  return id;
}
