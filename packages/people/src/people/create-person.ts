import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { changeFieldValues, fieldImage } from "../fields/change-field-values.ts";
import { addIdentity } from "../identities/add-identity.ts";
import { settleTags } from "../tags/settle-tags.ts";
import { requireOwner } from "./edit-person.ts";
import { peoplePolicy } from "./person.policy.ts";
import { createPersonInput } from "./person.ts";
import { sortName } from "./sort-name.ts";

/**
 * Adds a person by hand, with all that is known of them. An identity that is somebody's already is a conflict beside its
 * field; a required field of the hall's own that is missing is refused beside it.
 */
export async function createPerson(ctx: Ctx, input: unknown): Promise<Id<"person">> {
  const { email, phone, tags, fields, ...given } = createPersonInput.parse(input);
  peoplePolicy.require(ctx.actor, "create", null);
  const ownerPersonId = given.ownerPersonId && (await requireOwner(ctx, given.ownerPersonId));
  const own = await changeFieldValues(ctx, { subject: "person", current: {}, changes: fields, isNew: true });
  const tagIds = await settleTags(ctx, tags);

  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("person")
    .values({
      tenant_id: ctx.tenant.id,
      full_name: given.fullName,
      family_name: given.familyName,
      given_name: given.givenName,
      sort_name: sortName(given),
      stage: given.stage,
      owner_person_id: ownerPersonId,
      locale: given.locale,
      time_zone: given.timeZone,
      source: "by-hand",
      tag_ids: tagIds,
      fields: JSON.stringify(own.values),
      created_at: now,
      updated_at: now,
    })
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
    after: { ...given, email, phone, tags, ...fieldImage(own.changed, own.values) },
  });
  await appendFact(ctx, "people.person-created", { personId: id, changeSetId: null });
  return id;
}
