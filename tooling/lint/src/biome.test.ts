import { execFile } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { marks, plant } from "./fixture.ts";
import { root } from "./root.ts";

interface Diagnosis {
  severity: "error" | "warning" | "info";
  category: string;
  location: { path: string };
}

const biome = join(root, "node_modules/@biomejs/biome/bin/biome");

test("the linter catches what the house forbids and allows its exceptions", async () => {
  using house = plant("violations/biome");
  copyFileSync(join(root, "biome.json"), join(house.top, "biome.json"));
  writeFileSync(join(house.top, ".gitignore"), "node_modules/\n");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  // It fails, as it should, and says why on its way out.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: house.top }).catch((failure) => failure);
  const { diagnostics }: { diagnostics: Diagnosis[] } = JSON.parse(stdout);
  const failing = diagnostics.filter(({ severity }) => severity !== "info");
  const found = failing.map(
    ({ category, location }) =>
      `${category.replace("lint/", "")} in ${relative(house.top, join(house.top, location.path))}`,
  );
  expect([...new Set(found)].sort()).toEqual(marks("violations/biome"));
}, 30_000);
