import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { given, growthDuring, testNow } from "@guildhall/testing";
import { expect, test } from "vitest";
import { exportTenant } from "./export/export-tenant.ts";
import { importTenant } from "./import/import-tenant.ts";
import { useTransfer } from "./test/use-transfer.ts";

const { here, there, workDirectory } = useTransfer();

test("20,000 people move house in bounded memory", { timeout: 120_000 }, async () => {
  const { tenant } = await given(here().db).tenant();
  await here().db.owner.query(
    `insert into person (tenant_id, full_name, family_name, created_at, updated_at)
     select $1, 'Person ' || n, repeat('很长的姓名', 200), $2, $2 from generate_series(1, 20000) n`,
    [tenant.id, testNow],
  );
  const file = join(workDirectory(), "hall.tar.gz");
  const rawMegabytes = 60;

  const exporting = await growthDuring(() =>
    exportTenant(here().db.database, tenant.id, here().store, createWriteStream(file)),
  );
  const importing = await growthDuring(() =>
    importTenant(there().db.database, createReadStream(file), there().store, { workDirectory: workDirectory() }),
  );
  expect((await stat(file)).size).toBeGreaterThan(0);
  expect((await there().db.owner.query("select from person where length(family_name) = 1000")).rowCount).toBe(20_000);
  expect(exporting).toBeLessThan(rawMegabytes / 4);
  expect(importing).toBeLessThan(rawMegabytes / 4);
});
