import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Far beyond what unpacking takes. */
const abandonedAfterMs = 3_600_000;

/** Removes the `chromium-*.tmp` folders that killed processes left behind. */
export async function sweepAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!/^chromium-.*\.tmp$/.test(name)) continue;
    const path = join(parent, name);
    const changed = await stat(path).then((found) => found.mtimeMs, Date.now);
    if (Date.now() - changed > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
