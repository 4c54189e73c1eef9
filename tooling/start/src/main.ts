import { areMessagesCompiled, compileMessages } from "./ensure-built.ts";
import { say, step } from "./progress.ts";

const [command = "start", ...parameters] = process.argv.slice(2);

/** Each command is loaded only when it is asked for, so that none waits for another's packages. */
const commands: Record<string, () => Promise<void>> = {
  start: async () => (await import("./start.ts")).start(),
  dev: async () => (await import("./dev.ts")).dev(),
  build: async () => (await import("./ensure-built.ts")).build(),
  test: async () => (await import("./test.ts")).test(parameters),
  check: async () => (await import("./check.ts")).check(parameters),
  bench: async () => (await import("./bench.ts")).bench(parameters),
  chaos: async () => (await import("./chaos.ts")).chaos(parameters),
  cli: async () => (await import("./cli.ts")).cli(parameters),
};

const run = commands[command];
if (!run) {
  say(`Unknown command: ${command}. There are ${Object.keys(commands).join(", ")}.`);
  process.exit(2);
}
await ready(run).catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});

/** A bare checkout has no compiled messages, and a pulled one has old ones; packages that speak load only with theirs. */
async function ready(command: () => Promise<void>): Promise<void> {
  if (!areMessagesCompiled()) await step("Compiling messages", compileMessages);
  await command();
}
