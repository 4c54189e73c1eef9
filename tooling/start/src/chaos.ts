import { join } from "node:path";
import { z } from "zod";
import { say } from "./progress.ts";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";

/** What can be killed over and over, and the rehearsal that the gate runs a few times of. */
const rehearsals: Readonly<Record<string, string>> = { sync: "packages/sync/src/kill/kill.db.test.ts" };

const kills = z.coerce.number().int().min(1);

/** `pnpm chaos NAME [KILLS]`: the gate's rehearsal of sudden death, a thousand times or as often as is said. */
export async function chaos([name = "sync", count = "1000"]: readonly string[]): Promise<void> {
  const rehearsal = rehearsals[name];
  const asked = kills.safeParse(count);
  if (rehearsal === undefined || !asked.success) {
    say(`Say which and how often: chaos NAME [KILLS]. There are ${Object.keys(rehearsals).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await runCommand(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), "run", rehearsal],
    {
      env: { GUILDHALL_KILLS: String(asked.data) },
    },
  );
}
