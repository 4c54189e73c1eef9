import { chmod, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";
import { writeContents } from "./contents-list.ts";
import { writeFonts } from "./fonts.ts";
import { installedPackage } from "./installed-package.ts";
import { recipe } from "./recipe.ts";

// A program, run with TMPDIR set to the folder to fill: the Chromium package knows no other way.
const folder = tmpdir();

await chromium.executablePath();
const { folder: installed } = await installedPackage("@sparticuz/chromium");
await inflate(join(installed, "bin/al2023.tar.br"));
await writeFonts(folder);
await openToEverybody(folder);
await writeContents(folder, await recipe());

/** The package makes the browser executable for its owner alone; the next run may be another user's. */
async function openToEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
