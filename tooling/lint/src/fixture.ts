import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import type { Finding } from "./finding.ts";
import { readWorkspace, scope } from "./workspace.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures");

/** Copies a fixture out of the repository and installs what its packages declare, as pnpm would. */
export function plant(name: string): Disposable & { top: string } {
  const top = mkdtempSync(join(tmpdir(), "guildhall-lint-"));
  cpSync(join(fixtures, name), top, { recursive: true });
  const workspace = readWorkspace(top);
  for (const { path, dependencies } of workspace) {
    for (const dependency of dependencies) {
      const link = join(top, path, "node_modules", dependency);
      const ours = workspace.find(({ folder }) => scope + folder === dependency);
      mkdirSync(resolve(link, ".."), { recursive: true });
      if (ours) symlinkSync(join(top, ours.path), link);
      else installStub(link, dependency);
    }
  }
  return { top, [Symbol.dispose]: () => rmSync(top, { recursive: true }) };
}

function installStub(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), "");
}

/** What the fixture says of itself: every `violates: RULE` in it, as "RULE in FILE". */
export function marks(name: string): string[] {
  const top = join(fixtures, name);
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/violates: ([\w/-]+)/g)].map(
        ([, rule]) => `${rule} in ${relative(top, path)}`,
      ),
    )
    .sort();
}

/** Findings as `marks` writes them. */
export function found(findings: Finding[]): string[] {
  return [...new Set(findings.map(({ rule, file }) => `${rule} in ${file}`))].sort();
}
