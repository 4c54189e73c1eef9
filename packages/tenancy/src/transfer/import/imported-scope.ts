import { join } from "node:path";
import { idSchema, invalid, localeSchema, systemActor } from "@guildhall/core";
import { type Scope, tenantClock } from "@guildhall/db";
import { parseJson } from "@guildhall/db/copy";
import { z } from "zod";
import { linesOf } from "./read-lines.ts";
import type { UnpackedExport } from "./unpack-export.ts";

const tenantRow = z.looseObject({
  id: idSchema("tenant"),
  slug: z.string(),
  name: z.string(),
  locale: localeSchema.default("en"),
  time_zone: z.string().default("UTC"),
  accent: z.string().nullable().default(null),
  test_clock_at: z.coerce.date().nullable().default(null),
});

/** The tenant's own row as a line of JSON, under its new slug where there is one. */
export async function readTenantRow({ directory, manifest }: UnpackedExport, newSlug: string | null): Promise<string> {
  const lines: string[] = [];
  for await (const line of linesOf(join(directory, "tenant.json"))) lines.push(line);
  const [line = ""] = lines;
  const { id, slug } = parseTenantRow(line);
  if (lines.length !== 1 || id !== manifest.tenant.id || slug !== manifest.tenant.slug)
    throw invalid("transfer.manifest-malformed");
  return newSlug === null
    ? line
    : JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(parseJson(line)), slug: newSlug });
}

/** The scope in which the product brings this tenant in. */
export function importedScope(line: string): Scope {
  const { id, slug, name, locale, time_zone, accent, test_clock_at } = parseTenantRow(line);
  const tenant = { id, slug, name, locale, timeZone: time_zone, accent };
  return { tenant, actor: systemActor, clock: tenantClock(test_clock_at), locale, requestId: null };
}

function parseTenantRow(line: string): z.infer<typeof tenantRow> {
  const parsed = tenantRow.safeParse(parseJson(line));
  if (!parsed.success) throw invalid("transfer.manifest-malformed");
  return parsed.data;
}
