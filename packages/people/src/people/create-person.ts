import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { addIdentity } from "../identities/add-identity.ts";
import { peoplePolicy } from "./person.policy.ts";
import { createPersonInput } from "./person.ts";
import { requireRoomForPeople } from "./room-for-people.ts";

/**
 * Adds a person with their e-mail and phone. An identity that is somebody's already is a conflict beside its field; a
 * plan without room for another is `tenancy.people-full`.
 */
export async function createPerson(ctx: Ctx, input: unknown): Promise<Id<"person">> {
  const { fullName, email, phone } = createPersonInput.parse(input);
  peoplePolicy.require(ctx.actor, "create", null);
  await requireRoomForPeople(ctx);

  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("person")
    .values({ tenant_id: ctx.tenant.id, full_name: fullName, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (email) await addIdentity(ctx, { personId: id, kind: "email", value: email, source: "by-hand" });
  if (phone) await addIdentity(ctx, { personId: id, kind: "phone", value: phone, source: "by-hand" });

  await recordChange(ctx, {
    action: "person.created",
    subjectType: "person",
    subjectId: id,
    personId: id,
    before: null,
    after: { fullName, email, phone },
  });
  await appendFact(ctx, "people.person-created", { personId: id, changeSetId: null });
  return id;
}
