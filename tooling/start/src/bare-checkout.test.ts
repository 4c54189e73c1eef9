import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./root.ts";

const made = new Set(["node_modules", ".data", ".turbo", ".cache", "build", "coverage", "paraglide", ".tmp", ".git"]);
let checkout = "";

/** The tree as it is after `git clone` and an install: nothing compiled, nothing built, no data. */
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "gh-bare-"));
  cpSync(root, checkout, { recursive: true, filter: (path) => !made.has(basename(path)) });
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  for (const links of globSync("{apps,packages,tooling}/*/node_modules", { cwd: root }))
    cpSync(join(root, links), join(checkout, links), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !basename(path).startsWith(".vite"),
    });
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

// The errands load what `npm start` loads and end by themselves. Building is left out: it asks pnpm, which would mend
// the links of this copy, and with them those of the tree that runs the test.
test("a command of a bare checkout compiles the messages before it loads what speaks", { timeout: 60_000 }, () => {
  const main = join(checkout, "tooling/start/src/main.ts");
  const run = () => spawnSync(process.execPath, [main, "cli"], { cwd: checkout, encoding: "utf8" });
  const first = run();
  expect(first.stdout).toContain("Compiling messages");
  expect(first.stdout).toContain("guildhall migrate");
  expect(existsSync(join(checkout, "packages/i18n/src/paraglide/messages.js"))).toBe(true);
  expect(run().stdout).not.toContain("Compiling messages");
});
