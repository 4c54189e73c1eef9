import { join } from "node:path";
import { build, isBuilt } from "./ensure-built.ts";
import { step } from "./progress.ts";
import { root } from "./root.ts";
import { runCommand } from "./run-command.ts";

/** Benchmarks that look at no page. */
const pageless: readonly string[] = ["sync"];

/** `pnpm bench NAME`: one benchmark, or all. */
export async function bench(names: readonly string[]): Promise<void> {
  const looksAtPages = names.length === 0 || names.some((name) => !pageless.includes(name));
  if (looksAtPages && !isBuilt()) await step("Building the web app", build);
  process.exitCode = await runCommand(process.execPath, [join(root, "tooling/bench/src/main.ts"), ...names]);
}
