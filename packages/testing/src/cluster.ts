import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@guildhall/db/embedded";
import { migrate } from "@guildhall/db/migrate";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template that every test file clones. Vitest's global set-up. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), "gh-test-"));
  chmodSync(home, 0o755);
  const postgres = await startEmbedded({
    dataDir: join(home, "pg"),
    volatile: true,
    settings: { max_connections: "300" },
  });
  await migrate(postgres.ownerUrl, postgres.ownerUrl.replace("guildhall_owner", "guildhall_jobs"));
  await makeTemplate(postgres.ownerUrl);
  project.provide("ownerUrl", postgres.ownerUrl);
  return async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

async function makeTemplate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl.replace("/guildhall?", "/postgres?") });
  await client.connect();
  await client.query("alter database guildhall allow_connections false is_template true");
  await client.end();
}
