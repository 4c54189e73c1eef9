import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { type FieldOption, type FieldType, optionSchema } from "../../../fields/field.ts";
import type { ExistingField } from "../../mapping/proposal.ts";

export interface PersonField extends ExistingField {
  readonly id: Id<"field">;
  readonly key: string;
  readonly type: FieldType;
  readonly options: FieldOption[];
}

/** The hall's own fields of people that a file can fill. A relation leads to a row, which no file knows. */
export async function listPersonFields(ctx: Ctx): Promise<PersonField[]> {
  const rows = await ctx.db
    .selectFrom("field")
    .select(["id", "key", "name", "type", "options"])
    .where("subject", "=", "person")
    .where("archived_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows
    .filter(({ type }) => type !== "relation")
    .map((row) => ({ ...row, options: z.array(optionSchema).parse(row.options) }));
}
