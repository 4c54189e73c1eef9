import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Config, type DatabaseUrls, parseConfig, resolveDatabase } from "@guildhall/config";
import { type EmbeddedPostgres, startEmbedded } from "@guildhall/db/embedded";
import { root } from "./root.ts";

export interface Installation {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  readonly embedded: EmbeddedPostgres | null;
}

const databaseVariables = ["DATABASE_URL", "DATABASE_APP_URL", "DATABASE_PLATFORM_URL", "DATABASE_JOBS_URL"];

/** Reads the environment, and starts the embedded PostgreSQL where no other is named. */
export async function openInstallation(): Promise<Installation> {
  const dataDir = resolve(root, process.env.DATA_DIR ?? ".data");
  mkdirSync(dataDir, { recursive: true });
  const embeds = !databaseVariables.some((name) => process.env[name]);
  const config = parseConfig({
    ...process.env,
    DATA_DIR: dataDir,
    // At a terminal the address is what matters; requests are logged where somebody collects them.
    ...(embeds && { SECRET: process.env.SECRET ?? keptSecret(dataDir), LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" }),
  });
  const embedded = embeds ? await startEmbedded({ dataDir: join(dataDir, "pg") }) : null;
  return { config, urls: resolveDatabase(config, embedded?.ownerUrl), embedded };
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
