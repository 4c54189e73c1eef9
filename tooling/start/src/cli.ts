import { say } from "./progress.ts";

/** `pnpm guildhall COMMAND`: what an operator does by hand. */
export async function cli(parameters: readonly string[]): Promise<void> {
  const [command] = parameters;
  say(`Unknown command: ${command ?? "none"}.`);
  process.exitCode = 2;
}
