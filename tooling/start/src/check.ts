import { join } from "node:path";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";

/** `pnpm check`: the static checks of tooling/lint. */
export async function check(names: readonly string[]): Promise<void> {
  process.exitCode = await runCommand(process.execPath, [join(root, "tooling/lint/src/check.ts"), ...names]);
}
