import { idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listRelated } from "@guildhall/people";
import type { Field, FieldValues } from "@guildhall/people/schemas";

/** What the relations of a record lead to, as choices of their fields. */
export async function relationChoices(ctx: Ctx, fields: readonly Field[], values: FieldValues) {
  const names = await listRelated(ctx, relatedIds(fields, values));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** The ids that relations hold, by what they lead to. */
export function relatedIds(fields: readonly Field[], values: FieldValues) {
  const relations = fields.filter(({ type }) => type === "relation");
  const idsOf = (target: "person" | "company") =>
    relations
      .filter(({ settings }) => (settings.target ?? "person") === target)
      .flatMap(({ id }) => idSchema("record").safeParse(values[id]).data ?? []);
  return { people: idsOf("person"), companies: idsOf("company") };
}
