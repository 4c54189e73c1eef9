import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sweepAbandoned } from "./abandoned-folders.ts";
import { isWhole } from "./contents-list.ts";
import { cache } from "./folders.ts";
import { installedPackage } from "./installed-package.ts";
import { recipe } from "./recipe.ts";

const run = promisify(execFile);

/**
 * The folder of the unpacked browser, named by its version; made where it is missing or damaged.
 * It appears whole or not at all: each process unpacks beside it, then renames.
 */
export async function chromiumFolder(): Promise<string> {
  const { version } = await installedPackage("@sparticuz/chromium");
  const folder = join(cache, `chromium-${version}`);
  if (await isWhole(folder, await recipe())) return folder;

  const staging = `${folder}.${randomUUID()}.tmp`;
  try {
    await mkdir(staging, { recursive: true });
    await unpackInto(staging);
    await putInPlace(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await sweepAbandoned(cache);
  }
  return folder;
}

/** In a process of its own: the package unpacks into TMPDIR, which must then be this folder for nobody else. */
async function unpackInto(staging: string): Promise<void> {
  await run(process.execPath, [fileURLToPath(import.meta.resolve("./unpack-chromium.ts"))], {
    env: { TMPDIR: staging, NODE_ENV: "test" },
  });
}

async function putInPlace(staging: string, folder: string): Promise<void> {
  const wanted = await recipe();
  if (await isWhole(folder, wanted)) return;

  // Renamed first and removed later: a browser of another process may still run from it.
  const damaged = `${folder}.${randomUUID()}.tmp`;
  await rename(folder, damaged).catch(unless("ENOENT"));
  await rename(staging, folder).catch(unless("ENOTEMPTY", "EEXIST"));
  await rm(damaged, { recursive: true, force: true });
  if (!(await isWhole(folder, wanted))) throw new Error(`${folder} is still damaged after unpacking it again.`);
}

function unless(...codes: string[]): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && "code" in error && codes.includes(String(error.code)))) throw error;
  };
}
