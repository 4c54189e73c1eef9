import type { Ctx } from "@guildhall/db";
import { readTables, type Table } from "@guildhall/db/copy";
import { CompiledQuery } from "kysely";

/** Filled by triggers from what is carried. */
const derived: ReadonlySet<string> = new Set(["public.field_entry"]);

/**
 * Every table that holds rows of a tenant, its own row's first, as the catalog has them: a new table goes along without
 * anybody thinking of it.
 */
export async function readTenantTables(ctx: Ctx): Promise<Table[]> {
  const tables = await readTables(async (text) => (await ctx.db.executeQuery(CompiledQuery.raw(text))).rows);
  const ofTenants = tables.filter(
    ({ key, schema, columns }) => schema === "public" && columns.some(isTenantId) && !derived.has(key),
  );
  return [...tables.filter(isTenant), ...ofTenants];
}

export function isTenant({ key }: Pick<Table, "key">): boolean {
  return key === "public.tenant";
}

/** The table that a tenant's logins refer to, beyond the tenant. */
export const accountTable = "public.user_account";

/** The column, of whatever table, that says where a file's bytes lie. */
export const storageKeyColumn = "storage_key";

export function namesBytes({ columns }: Pick<Table, "columns">): boolean {
  return columns.some(({ name }) => name === storageKeyColumn);
}

function isTenantId({ name }: { name: string }): boolean {
  return name === "tenant_id";
}
