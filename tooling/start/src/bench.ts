import { join } from "node:path";
import { build, isBuilt } from "./ensure-built.ts";
import { step } from "./progress.ts";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";

/** `pnpm bench NAME`: one benchmark, or all. */
export async function bench(names: readonly string[]): Promise<void> {
  if (!isBuilt()) await step("Building the web app", build);
  process.exitCode = await runCommand(process.execPath, [join(root, "tooling/bench/src/main.ts"), ...names]);
}
