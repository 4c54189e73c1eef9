import { createHash } from "node:crypto";
import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { headerKey } from "../../mapping/header-key.ts";
import type { ExistingField, RememberedMapping } from "../../mapping/proposal.ts";
import { rememberMapping } from "../../mapping/remember-mapping.ts";
import { dateOrderSchema, decimalMarkSchema, type Mapping, targetSchema } from "../../mapping/target.ts";

/** What files of one kind have in common: the names of their columns, in whatever order. */
export function fingerprintOf(columns: readonly string[]): string {
  return createHash("sha256").update(columns.map(headerKey).sort().join("\n")).digest("hex");
}

const rememberedSchema = z.record(
  z.string(),
  z.object({
    target: targetSchema,
    dateOrder: dateOrderSchema.optional(),
    decimalMark: decimalMarkSchema.optional(),
    currency: z.string().optional(),
  }),
);

/** How the last file of the kind was mapped; null for the first. Fields that are gone by now are left out. */
export async function recall(
  ctx: Ctx,
  fingerprint: string,
  fields: readonly ExistingField[],
): Promise<RememberedMapping | null> {
  const row = await ctx.db
    .selectFrom("import_mapping")
    .select("mapping")
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  if (!row) return null;
  const known = new Set(fields.map(({ id }) => id));
  const remembered = rememberedSchema.parse(row.mapping);
  return Object.fromEntries(
    Object.entries(remembered).filter(([, { target }]) => target.to !== "field" || known.has(target.fieldId)),
  );
}

/** Remembers how the columns of a kind of file were mapped. */
export async function remember(ctx: Ctx, columns: readonly string[], mapping: Mapping): Promise<void> {
  const kept = {
    columns: JSON.stringify(columns),
    mapping: JSON.stringify(rememberMapping(columns, mapping)),
    used_at: ctx.clock.now(),
  };
  await ctx.db
    .insertInto("import_mapping")
    .values({ tenant_id: ctx.tenant.id, fingerprint: fingerprintOf(columns), ...kept })
    .onConflict((conflict) => conflict.columns(["tenant_id", "fingerprint"]).doUpdateSet(kept))
    .execute();
}
