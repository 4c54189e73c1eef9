import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateTypes } from "./generate-types.ts";

const committed = join(import.meta.dirname, "schema.gen.ts");

/** Whether the committed schema.gen.ts says something else than the migrated database at `ownerUrl`. */
export async function schemaTypesAreStale(ownerUrl: string): Promise<boolean> {
  return (await generateTypes(ownerUrl)) !== (await readFile(committed, "utf8"));
}

/** Writes schema.gen.ts from the migrated database at `ownerUrl`; true when that changed it. */
export async function writeSchemaTypes(ownerUrl: string): Promise<boolean> {
  if (!(await schemaTypesAreStale(ownerUrl))) return false;
  await writeFile(committed, await generateTypes(ownerUrl));
  return true;
}
