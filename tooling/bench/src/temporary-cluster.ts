import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, type DatabaseUrls, parseConfig, resolveDatabase } from "@guildhall/config";
import { startEmbedded } from "@guildhall/db/embedded";
import { migrate } from "@guildhall/db/migrate";
import pg from "pg";

export interface TemporaryCluster {
  /** A migrated, empty database of this name. */
  open(name: string): Promise<Place>;
  close(): Promise<void>;
}

/** What a server or a benchmark needs to work in one database of the cluster. */
export interface Place {
  readonly config: Config;
  readonly ownerUrl: string;
  readonly urls: DatabaseUrls;
}

/** PostgreSQL as `npm start` sets it up, fsync and all, in a folder that is gone afterwards, also after Ctrl-C. */
export async function openCluster(): Promise<TemporaryCluster> {
  const home = mkdtempSync(join(tmpdir(), "gh-bench-"));
  chmodSync(home, 0o755);
  const postgres = await startEmbedded({ dataDir: join(home, "pg") });
  const close = async () => {
    for (const signal of signals) process.off(signal, leave);
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const leave = () => void close().finally(() => process.exit(130));
  for (const signal of signals) process.once(signal, leave);

  return {
    open: async (name) => {
      const ownerUrl = postgres.ownerUrl.replace("/guildhall?", `/${name}?`);
      await makeDatabase(postgres.ownerUrl, name);
      const config = parseConfig({
        NODE_ENV: "production",
        DATA_DIR: join(home, "data"),
        SECRET: "the secret of a hall that is gone tomorrow",
      });
      const urls = resolveDatabase(config, ownerUrl);
      await migrate(urls.owner, urls.jobs);
      return { config, ownerUrl, urls };
    },
    close,
  };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

async function makeDatabase(administratorUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
