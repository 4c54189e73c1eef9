import { type Id, invalid, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import { changeFieldValues, fieldImage } from "../fields/change-field-values.ts";
import { listFields } from "../fields/field.queries.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { fieldChangesSchema } from "../people/person.ts";
import { holdPerson } from "../people/resolve-person.ts";
import { isCorrectable } from "./my-record.queries.ts";

const correctMyFieldsInput = z.object({ fields: fieldChangesSchema });

/** Corrects what the hall wrote down about whoever asks, in those of its fields that it lets them correct; in others nothing. */
export async function correctMyFields(ctx: Ctx, input: unknown): Promise<void> {
  const { fields: changes } = correctMyFieldsInput.parse(input);
  if (ctx.actor.kind !== "person") throw notFound();
  const person = await holdPerson(ctx, ctx.actor.personId, "edit");
  const open = new Set<string>((await listFields(ctx, "person")).filter(isCorrectable).map(({ id }) => id));
  const closed = Object.keys(changes).filter((id) => !open.has(id));
  if (closed.length > 0)
    throw invalid("core.invalid", Object.fromEntries(closed.map((id) => [`fields.${id}`, "people.field-unknown"])));
  const current = readFieldValues(person.fields);
  const { values, changed } = await changeFieldValues(ctx, { subject: "person", current, changes });
  if (changed.length === 0) return;
  await ctx.db
    .updateTable("person")
    .set({ fields: JSON.stringify(values), updated_at: ctx.clock.now() })
    .where("id", "=", person.id)
    .execute();
  await tell(ctx, person.id, {
    before: fieldImage(changed, current),
    after: fieldImage(changed, values),
    fields: changed.map(({ id }) => `field:${id}`),
  });
}

interface Correction {
  readonly before: object;
  readonly after: object;
  readonly fields: string[];
}

async function tell(ctx: Ctx, personId: Id<"person">, { before, after, fields }: Correction): Promise<void> {
  await recordChange(ctx, {
    action: "person.updated",
    subjectType: "person",
    subjectId: personId,
    personId,
    before,
    after,
  });
  await appendFact(ctx, "people.person-updated", { personId, fields });
}
