import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { z } from "zod";
import { type Field, type FieldSubject, fieldSettingsSchema, optionSchema } from "./field.ts";

interface Which {
  /** Those that were put away too, at the end. */
  readonly archived?: boolean;
}

/**
 * The fields that the hall made for a kind of record, in their order; never more than `mostFields`. Whoever may see such
 * a record may see what it is made of, so nobody is asked who they are.
 */
export async function listFields(
  ctx: Ctx,
  subject: FieldSubject,
  { archived = false }: Which = {},
): Promise<readonly Field[]> {
  const rows = await fieldRows(ctx)
    .where("subject", "=", subject)
    .$if(!archived, (query) => query.where("archived_at", "is", null))
    .orderBy(sql`archived_at is not null`)
    .orderBy("position")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(fieldOf);
}

/** One field, put away or not. */
export async function getField(ctx: Ctx, fieldId: Id<"field">): Promise<Field> {
  const row = await fieldRows(ctx).where("id", "=", fieldId).executeTakeFirst();
  if (!row) throw notFound();
  return fieldOf(row);
}

/** The same, held until the transaction ends. */
export async function holdField(ctx: Ctx, fieldId: Id<"field">): Promise<Field> {
  const row = await fieldRows(ctx).where("id", "=", fieldId).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return fieldOf(row);
}

function fieldRows(ctx: Ctx) {
  return ctx.db
    .selectFrom("field")
    .select(["id", "subject", "key", "name", "type", "options", "settings", "hint", "required", "position"])
    .select("archived_at");
}

type FieldRow = Awaited<ReturnType<ReturnType<typeof fieldRows>["execute"]>>[number];

const optionsSchema = z.array(optionSchema);

function fieldOf({ archived_at, options, settings, ...row }: FieldRow): Field {
  return {
    ...row,
    options: optionsSchema.parse(options),
    settings: fieldSettingsSchema.parse(settings),
    archived: archived_at !== null,
  };
}
