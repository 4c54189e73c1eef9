import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

const built = join(import.meta.dirname, "../build");
const { assets }: ServerBuild = await import(pathToFileURL(join(built, "server/index.js")).href);
const folder = join(built, "client/assets");
const editor = readdirSync(folder).find((name) => /^live-editor-.*\.js$/.test(name)) ?? "";

const read = (name: string) => readFileSync(join(folder, name));
const weigh = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzipSync(read(name)).length, 0);

/** A script with all that it cannot run without; what it asks for later is not in it. */
function withImports(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, other] of read(name)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    if (other) withImports(other, found);
  return found;
}

function scriptsOf(id: string): ReadonlySet<string> {
  const names = [assets.entry.module, ...assets.entry.imports];
  for (let route = assets.routes[id]; route; route = route.parentId ? assets.routes[route.parentId] : undefined)
    names.push(route.module, ...(route.imports ?? []));
  const found = new Set<string>();
  for (const name of names) withImports(name.replace(/^.*\//, ""), found);
  return found;
}

test("the editor adds at most 220 kB of script to the page of a document", () => {
  const page = scriptsOf("workspace/docs/document");
  const added = [...withImports(editor)].filter((name) => !page.has(name));
  expect(added).toContain(editor);
  expect(weigh(added)).toBeLessThanOrEqual(220_000);
});

test("no page loads the editor with itself, nor what only the editor needs", () => {
  const parts = [editor, ...[...withImports(editor)].filter((name) => read(name).includes("ProseMirror"))];
  for (const id of Object.keys(assets.routes))
    for (const part of parts) expect(scriptsOf(id).has(part), `${id} loads ${part}`).toBe(false);
});
