import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { addField } from "../../../fields/add-field.ts";
import type { Field } from "../../../fields/field.ts";
import { holdFields } from "../../../fields/hold-fields.ts";
import { fold } from "../../../fields/read-options.ts";
import type { ColumnMapping, Mapping, Target } from "../../mapping/target.ts";

type NewField = Extract<Target, { to: "new-field" }>;

/**
 * Makes the fields that columns are to become, inside the import's change set; the mapping then names them. Whoever may
 * import may make them so: they go with the import. A field of the same name and type that is there already is used, so
 * that an import again makes no second one.
 */
export async function makeFields(ctx: Ctx, mapping: Mapping, changeSetId: Id<"change_set">): Promise<Mapping> {
  if (!mapping.columns.some(({ target }) => target.to === "new-field")) return mapping;
  const fields = [...(await holdFields(ctx, "person"))];
  const columns: ColumnMapping[] = [];
  for (const column of mapping.columns) {
    const { target } = column;
    if (target.to !== "new-field") {
      columns.push(column);
      continue;
    }
    let field = sameField(fields, target);
    if (!field) {
      field = await addField(ctx, fields, asked(target, column.currency ?? mapping.currency), changeSetId);
      fields.push(field);
    }
    columns.push({ ...column, target: { to: "field", fieldId: field.id, type: target.type } });
  }
  return { ...mapping, columns };
}

/** The field that is there for such a column already. */
export function sameField<Known extends Pick<Field, "name" | "type"> & { archived?: boolean }>(
  fields: readonly Known[],
  { name, type }: Pick<NewField, "name" | "type">,
): Known | undefined {
  return fields.find((field) => !field.archived && field.type === type && fold(field.name) === fold(name));
}

function asked({ name, type }: NewField, currency: string) {
  const settings = type === "money" ? { currency } : {};
  return {
    subject: "person" as const,
    name: name.slice(0, 80),
    type,
    hint: null,
    required: false,
    options: [],
    settings,
  };
}
