import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { root } from "../root.ts";
import { waitUntil } from "./wait-until.ts";

/** An image's entry command, run as a process of this machine. */
export interface PlainProcess {
  readonly name: string;
  /** Where it listens. */
  readonly address: string;
  /** Everything that it has printed, line by line. */
  readonly lines: readonly string[];
  /** Resolves with its exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
  send(signal: "SIGTERM" | "SIGKILL"): void;
}

interface Command {
  name: string;
  /** From the top of the workspace, as in the image. */
  script: string;
  /** All of its environment: nothing is inherited but what was compiled already. */
  env: Record<string, string>;
}

const started = z.object({ listens: z.object({ port: z.int() }) });

/** Starts a command that serves, and resolves once it says in its log where it listens. */
export async function startProcess(command: Command): Promise<PlainProcess> {
  const running = launch(command);
  const port = await waitUntil(`${command.name} listens`, 30_000, () => {
    if (running.ended()) throw new Error(`${command.name} ended at once:\n${running.lines.join("\n")}`);
    return running.lines.map(portIn).find((found) => found !== null);
  }).catch((error: unknown) => {
    running.send("SIGKILL");
    throw error;
  });
  return { ...running, name: command.name, address: `http://127.0.0.1:${port}` };
}

/** Runs a command that does one thing; resolves with its lines, rejects with them when it fails. */
export async function runToEnd(command: Command): Promise<readonly string[]> {
  const { exited, lines } = launch(command);
  const code = await exited;
  if (code !== 0) throw new Error(`${command.name} ended with ${code}:\n${lines.join("\n")}`);
  return lines;
}

function launch({ script, env }: Command) {
  const child = spawn(process.execPath, [join(root, script)], {
    cwd: "/",
    env: { NODE_ENV: "production", NODE_COMPILE_CACHE: join(root, ".cache/compiled"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) createInterface(output).on("line", (line) => lines.push(line));
  const exited = new Promise<number | null>((ended) => child.once("close", (code) => ended(code)));
  return {
    lines,
    exited,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    send: (signal: "SIGTERM" | "SIGKILL") => child.kill(signal),
  };
}

function portIn(line: string): number | null {
  return started.safeParse(fromJson(line)).data?.listens.port ?? null;
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
