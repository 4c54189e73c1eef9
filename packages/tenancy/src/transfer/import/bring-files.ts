import { createReadStream } from "node:fs";
import { opendir } from "node:fs/promises";
import { join } from "node:path";
import { invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { quoteName, type Table } from "@guildhall/db/copy";
import { type FileStore, type StorageKey, storageKeySchema } from "@guildhall/files";
import { CompiledQuery } from "kysely";
import { z } from "zod";
import type { TenantSeal } from "../format/tenant-manifest.ts";
import { namesBytes, storageKeyColumn } from "../format/tenant-tables.ts";

/** Sees that the export has the bytes of every file that its rows name, and no others; except those it says are lost. */
export async function checkFiles(
  ctx: Ctx,
  directory: string,
  tables: readonly Table[],
  seal: TenantSeal,
): Promise<void> {
  const naming = tables
    .filter(namesBytes)
    .map(({ name }) => `select ${storageKeyColumn} as key from ${quoteName(name)}`);
  const named = naming.length > 0 ? `(${naming.join(" union ")})` : "(select null::text as key where false)";
  const count = async (text: string, parameters: unknown[] = []) => {
    const { rows } = await ctx.db.executeQuery(CompiledQuery.raw(text, parameters));
    return z.tuple([z.object({ n: z.int() })]).parse(rows)[0].n;
  };
  let there = 0;
  for await (const keys of keysIn(directory, ctx.tenant.id)) {
    there += keys.length;
    const found = await count(`select count(*)::int as n from ${named} f where key = any ($1)`, [keys]);
    if (found !== keys.length) throw invalid("transfer.files-wrong");
  }
  const expected = await count(`select count(*)::int as n from ${named} f`);
  if (there !== seal.files || there + seal.missingFiles !== expected) throw invalid("transfer.files-wrong");
}

export async function putFiles(store: Pick<FileStore, "put">, directory: string, tenantId: string): Promise<void> {
  for await (const keys of keysIn(directory, tenantId))
    for (const key of keys) await store.put(createReadStream(join(directory, "files", key)), key);
}

/** Takes back what putFiles did, as far as it came. */
export async function takeFilesBack(
  store: Pick<FileStore, "delete">,
  directory: string,
  tenantId: string,
): Promise<void> {
  for await (const keys of keysIn(directory, tenantId)) for (const key of keys) await store.delete(key);
}

/** The keys of the tenant's unpacked files. What the archive had under another tenant's is never looked at. */
async function* keysIn(directory: string, tenantId: string): AsyncGenerator<StorageKey[]> {
  let keys: StorageKey[] = [];
  for await (const name of namesIn(join(directory, "files", tenantId))) {
    keys.push(storageKeySchema.parse(`${tenantId}/${name}`));
    if (keys.length < 500) continue;
    yield keys;
    keys = [];
  }
  if (keys.length > 0) yield keys;
}

async function* namesIn(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
