import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const scope = "@guildhall/";

/** A package.json in apps, packages or tooling, as far as the checks care. */
export interface WorkspacePackage {
  kind: "apps" | "packages" | "tooling";
  /** Its folder's own name: `core`. */
  folder: string;
  /** Its folder from the top: `packages/core`. */
  path: string;
  /** What `exports` names, and the file behind it from the top. */
  doors: { name: string; file: string }[];
  /** What it declares, of whatever kind. */
  dependencies: string[];
  /** The part of it that runs. */
  runtimeDependencies: string[];
}

interface Manifest {
  exports?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const kinds = ["apps", "packages", "tooling"] as const;

export function readWorkspace(root: string): WorkspacePackage[] {
  return kinds.flatMap((kind) =>
    subfolders(join(root, kind))
      .filter((folder) => existsSync(join(root, kind, folder, "package.json")))
      .map((folder) => readPackage(root, kind, folder)),
  );
}

function readPackage(root: string, kind: WorkspacePackage["kind"], folder: string): WorkspacePackage {
  const path = `${kind}/${folder}`;
  const manifest: Manifest = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"));
  return {
    kind,
    folder,
    path,
    doors: Object.entries(manifest.exports ?? {}).map(([name, file]) => ({ name, file: join(path, file) })),
    dependencies: [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies].flatMap((group) =>
      Object.keys(group ?? {}),
    ),
    runtimeDependencies: Object.keys(manifest.dependencies ?? {}),
  };
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
