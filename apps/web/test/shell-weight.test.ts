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

// What a form adds: its schema and zod, Conform, and the words for whatever can be wrong.
test("a page with a form adds at most 75 kB to what stands around it", () => {
  const forms = {
    "front/login": "root",
    "front/signup/sign-up": "root",
    "workspace/settings/hall": "workspace/workspace",
  };
  for (const [form, around] of Object.entries(forms))
    expect(weightOf(form) - weightOf(around), form).toBeLessThanOrEqual(75_000);
});
