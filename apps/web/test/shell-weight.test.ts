import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

const built = join(import.meta.dirname, "../build");
const { assets }: ServerBuild = await import(pathToFileURL(join(built, "server/index.js")).href);

/** The script that a browser loads for a route and everything around it, in bytes after gzip. */
function weightOf(id: string): number {
  const scripts = new Set([assets.entry.module, ...assets.entry.imports]);
  for (let route = assets.routes[id]; route; route = route.parentId ? assets.routes[route.parentId] : undefined)
    for (const script of [route.module, ...(route.imports ?? [])]) scripts.add(script);
  return [...scripts].reduce((sum, script) => sum + gzipSync(readFileSync(join(built, "client", script))).length, 0);
}

test("the shell of a workspace is at most 130 kB of script", () => {
  expect(weightOf("workspace/workspace")).toBeLessThanOrEqual(130_000);
});
