import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execPath } from "node:process";
import { text } from "node:stream/consumers";
import type { Death } from "./death.ts";

/** A worker in a process of its own; `dead` resolves with the signal that ended it, and rejects when it ended otherwise. */
export function startWorker(death: Death): { dead: Promise<NodeJS.Signals>; kill(): void } {
  const child = spawn(execPath, [join(import.meta.dirname, "kill-worker.ts"), JSON.stringify(death)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaint = text(child.stderr);
  const dead = once(child, "exit").then(async () => {
    if (child.signalCode === null)
      throw new Error(`The worker ended by itself with ${child.exitCode}:\n${await complaint}`);
    return child.signalCode;
  });
  return { dead, kill: () => child.kill("SIGKILL") };
}
