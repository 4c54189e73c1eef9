import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DatabaseUrls, parseConfig, resolveDatabase } from "@guildhall/config";
import { startEmbedded } from "@guildhall/db/embedded";
import { migrate } from "@guildhall/db/migrate";

/** Lends a migrated, empty database that is gone when `work` is done. */
export async function withScratchDatabase<Result>(work: (urls: DatabaseUrls) => Promise<Result>): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), "gh-scratch-"));
  chmodSync(home, 0o755);
  const postgres = await startEmbedded({ dataDir: join(home, "pg"), volatile: true });
  try {
    const urls = resolveDatabase(parseConfig({ NODE_ENV: "test" }), postgres.ownerUrl);
    await migrate(urls.owner, urls.jobs);
    return await work(urls);
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
