import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { type Field, type FieldSubject, fieldSettingsSchema, optionSchema } from "./field.ts";

const optionsSchema = z.array(optionSchema);

/** The fields that a hall made for a kind of record, in its order; archived ones only where asked for. */
export async function listFields(
  ctx: Ctx,
  subject: FieldSubject,
  { archived = false }: { archived?: boolean } = {},
): Promise<readonly Field[]> {
  const rows = await ctx.db
    .selectFrom("field")
    .select(["id", "subject", "key", "name", "type", "options", "settings", "hint", "required", "position"])
    .select((field) => field("archived_at", "is not", null).as("archived"))
    .where("subject", "=", subject)
    .$if(!archived, (query) => query.where("archived_at", "is", null))
    .orderBy("position")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...row,
    archived: Boolean(row.archived),
    options: optionsSchema.parse(row.options),
    settings: fieldSettingsSchema.parse(row.settings),
  }));
}
