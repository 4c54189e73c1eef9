import { spawn } from "node:child_process";
import type { Check } from "./checks.ts";
import { root } from "./root.ts";

export interface Result {
  name: string;
  passed: boolean;
  seconds: number;
  output: string;
}

/** Runs them at most `atOnce` at a time, telling of each as it ends. */
export async function runChecks(
  checks: readonly Check[],
  atOnce: number,
  tell: (result: Result) => void,
): Promise<Result[]> {
  const waiting = [...checks];
  const results: Result[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await run(check);
      results.push(result);
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

function run({ name, script, args }: Check): Promise<Result> {
  const started = performance.now();
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    // This Node runs them all, whatever `node` means on the path.
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ name, passed: code === 0, seconds, output: Buffer.concat(parts).toString().trimEnd() });
    });
  });
}
