import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { schemaTypesAreStale } from "./schema-types.ts";

const db = useDatabase();

test("the committed schema types are those of the migrated database, and one column more would show", async () => {
  expect(await schemaTypesAreStale(db.urls.owner), "run `pnpm guildhall types`").toBe(false);
  await db.owner.query("alter table person add column shoe_size int");
  expect(await schemaTypesAreStale(db.urls.owner)).toBe(true);
});
