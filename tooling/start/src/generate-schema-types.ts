import { writeSchemaTypes } from "@guildhall/db/schema-types";
import { say } from "./progress.ts";
import { withScratchDatabase } from "./scratch-database.ts";

/** Writes the TypeScript of the migrated database, from the migrations as they are. */
export async function generateSchemaTypes(): Promise<void> {
  const changed = await withScratchDatabase(({ owner }) => writeSchemaTypes(owner));
  say(changed ? "packages/db/src/schema.gen.ts is new." : "packages/db/src/schema.gen.ts was right already.");
}
