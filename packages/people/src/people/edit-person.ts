import { type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { changeFieldValues, type FieldChange, fieldImage } from "../fields/change-field-values.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { refuseOvertaken } from "../fields/refuse-overtaken.ts";
import { editPersonInput, type PersonChanges } from "./person.ts";
import { type HeldPerson, holdPerson, resolvePerson } from "./resolve-person.ts";
import { sortName } from "./sort-name.ts";

/**
 * Changes what staff keep of a person: any of it, and nothing that is not named. `expected` holds what stood there when
 * the change was thought of: where somebody else has changed that very value since, `people.person-changed-meanwhile`
 * stands beside it. Resolves to the record that stays.
 */
export async function editPerson(ctx: Ctx, input: unknown): Promise<Id<"person">> {
  const { personId, changes, expected = {} } = editPersonInput.parse(input);
  const person = await holdPerson(ctx, personId);
  const current = { plain: plainOf(person), fields: readFieldValues(person.fields) };
  refuseOvertaken(current, expected, "people.person-changed-meanwhile");

  const plain = await changePlain(ctx, current.plain, changes);
  const own = await changeFieldValues(ctx, {
    subject: "person",
    current: current.fields,
    changes: changes.fields ?? {},
  });
  const fields = [...changedNames(current.plain, plain), ...own.changed.map(({ id }) => `field:${id}`)];
  if (fields.length === 0) return person.id;

  await write(ctx, person.id, plain, own);
  await recordChange(ctx, {
    action: "person.updated",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: { ...current.plain, ...fieldImage(own.changed, current.fields) },
    after: { ...plain, ...fieldImage(own.changed, own.values) },
  });
  await appendFact(ctx, "people.person-updated", { personId: person.id, fields });
  return person.id;
}

/** What everybody's record has, whatever fields the hall made. */
type Plain = ReturnType<typeof plainOf>;
const plainNames = ["fullName", "familyName", "givenName", "stage", "ownerPersonId", "locale", "timeZone"] as const;

function plainOf(person: HeldPerson) {
  return {
    fullName: person.full_name,
    familyName: person.family_name,
    givenName: person.given_name,
    stage: person.stage,
    ownerPersonId: person.owner_person_id,
    locale: person.locale,
    timeZone: person.time_zone,
  };
}

async function changePlain(ctx: Ctx, current: Plain, { fields: _, ...changes }: PersonChanges): Promise<Plain> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next: Plain = { ...current, ...given };
  if (next.ownerPersonId !== null && next.ownerPersonId !== current.ownerPersonId)
    next.ownerPersonId = await requireOwner(ctx, next.ownerPersonId);
  return next;
}

/** Whoever looks after somebody is of the staff. */
export async function requireOwner(ctx: Ctx, ownerPersonId: Id<"person">): Promise<Id<"person">> {
  const id = await resolvePerson(ctx, ownerPersonId);
  const member =
    id && (await ctx.db.selectFrom("membership").select("role").where("person_id", "=", id).executeTakeFirst());
  if (!id || !member) throw invalid("people.owner-not-staff", { ownerPersonId: "people.owner-not-staff" });
  return id;
}

function changedNames(before: Plain, after: Plain): string[] {
  return plainNames.filter((name) => before[name] !== after[name]);
}

async function write(ctx: Ctx, id: Id<"person">, plain: Plain, own: FieldChange): Promise<void> {
  await ctx.db
    .updateTable("person")
    .set({
      full_name: plain.fullName,
      family_name: plain.familyName,
      given_name: plain.givenName,
      sort_name: sortName(plain),
      stage: plain.stage,
      owner_person_id: plain.ownerPersonId,
      locale: plain.locale,
      time_zone: plain.timeZone,
      ...(own.changed.length > 0 && { fields: JSON.stringify(own.values) }),
      updated_at: ctx.clock.now(),
    })
    .where("id", "=", id)
    .execute();
}
