import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { type Field, type FieldSubject, fieldSettingsSchema, optionSchema } from "../fields/field.ts";

/** The fields that a hall made for a kind of record and has not put away, in their order. */
export async function listGridFields(ctx: Pick<Ctx, "db">, subject: FieldSubject): Promise<Field[]> {
  const rows = await ctx.db
    .selectFrom("field")
    .select(["id", "key", "name", "type", "options", "settings", "hint", "required", "position"])
    .where("subject", "=", subject)
    .where("archived_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ options, settings, ...row }) => ({
    ...row,
    subject,
    options: z.array(optionSchema).parse(options),
    settings: fieldSettingsSchema.parse(settings),
    archived: false,
  }));
}
