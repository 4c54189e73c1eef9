import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./root.ts";
import { runStart } from "./running-start.ts";

const made = new Set(["node_modules", ".data", ".turbo", ".cache", "build", "coverage", "paraglide", ".tmp", ".git"]);
let checkout = "";

/** The tree as it is after `git clone` and an install: nothing compiled, nothing built, no data. */
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "gh-bare-"));
  chmodSync(checkout, 0o755);
  cpSync(root, checkout, { recursive: true, filter: (path) => !made.has(basename(path)) });
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  for (const links of globSync("{apps,packages,tooling}/*/node_modules", { cwd: root }))
    cpSync(join(root, links), join(checkout, links), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !basename(path).startsWith(".vite"),
    });
  mkdirSync(join(checkout, "data"));
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}

test("npm start opens a bare checkout, whose messages nobody has compiled", { timeout: 120_000 }, async () => {
  const started = runStart({
    root: checkout,
    entry: "src/main.ts",
    dataDir: join(checkout, "data"),
    port: await freePort(),
    // Turborepo's cache alone comes along: the build is as tested elsewhere, and not tested twice.
    env: { ...process.env, TURBO_CACHE_DIR: join(root, ".turbo/cache") },
  });
  try {
    const page = await fetch(await started.address);
    expect(page.status).toBe(200);
    expect(started.output()).toContain("Compiling messages");
  } finally {
    started.child.kill("SIGTERM");
    await started.exit;
  }
});
