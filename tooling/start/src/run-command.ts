import { spawn } from "node:child_process";
import { root } from "./root.ts";

interface Options {
  cwd?: string;
  env?: Record<string, string>;
  /** Keep what it prints for when it fails, instead of showing it. */
  quiet?: boolean;
}

/** Runs a program to its end and returns its exit code. */
export function runCommand(
  program: string,
  parameters: readonly string[],
  { cwd = root, env = {}, quiet = false }: Options = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    const kept: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => kept.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => kept.push(chunk));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}
