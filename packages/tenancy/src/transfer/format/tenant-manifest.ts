import { idSchema, invalid } from "@guildhall/core";
import { parseJson } from "@guildhall/db/copy";
import { z } from "zod";

/** What stands first in a tenant's export. A column that is listed and not in a row was null there. */
const tenantManifest = z.object({
  kind: z.literal("guildhall tenant"),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  tenant: z.object({ id: idSchema("tenant"), slug: z.string() }),
  tables: z
    .array(z.object({ name: z.string(), columns: z.array(z.string()).min(1).refine(allDifferent) }))
    .refine((tables) => allDifferent(tables.map(({ name }) => name)) && tables.some(({ name }) => name === "tenant")),
});
export type TenantManifest = z.infer<typeof tenantManifest>;

function allDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

const count = z.int().nonnegative();

/** What stands last: how much of each there is. */
const tenantSeal = z.object({ rows: z.record(z.string(), count), users: count, files: count, missingFiles: count });
export type TenantSeal = z.infer<typeof tenantSeal>;

/** Throws `transfer.format-unknown` for a newer format, `transfer.manifest-malformed` for anything else. */
export function parseTenantManifest(text: string): TenantManifest {
  const content = parseJson(text);
  const parsed = tenantManifest.safeParse(content);
  if (parsed.success) return parsed.data;
  const newer = z.object({ kind: tenantManifest.shape.kind, format: z.int().gt(1) }).safeParse(content).success;
  throw invalid(newer ? "transfer.format-unknown" : "transfer.manifest-malformed");
}

export function parseTenantSeal(content: unknown): TenantSeal {
  const parsed = tenantSeal.safeParse(content);
  if (!parsed.success) throw invalid("transfer.manifest-malformed");
  return parsed.data;
}
