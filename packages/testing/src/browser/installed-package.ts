import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";

/** Where a package that we depend on is installed, and at which version. */
export interface InstalledPackage {
  readonly folder: string;
  readonly version: string;
}

/** Finds the package's own package.json, which its `exports` may hide. */
export async function installedPackage(name: string): Promise<InstalledPackage> {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`${name} is not installed.`);
  const manifest: { version?: unknown } = JSON.parse(await readFile(file, "utf8"));
  return { folder: dirname(file), version: String(manifest.version) };
}
