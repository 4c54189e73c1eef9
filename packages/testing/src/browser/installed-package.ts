import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a package that we depend on is installed, and at which version. */
export interface InstalledPackage {
  readonly folder: string;
  readonly version: string;
}

/** Climbs from the package's entry to its package.json: `exports` may hide the latter. */
export async function installedPackage(name: string): Promise<InstalledPackage> {
  let folder = dirname(fileURLToPath(import.meta.resolve(name)));
  while (folder !== dirname(folder)) {
    const manifest = await readManifest(folder);
    if (manifest?.name === name) return { folder, version: String(manifest.version) };
    folder = dirname(folder);
  }
  throw new Error(`${name} has no package.json above its entry.`);
}

async function readManifest(folder: string): Promise<{ name?: unknown; version?: unknown } | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}
