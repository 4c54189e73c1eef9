import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Death } from "./death.ts";

export interface DoomedNode {
  /** Resolves with the signal that ended it; rejects where it ended by itself. */
  readonly dead: Promise<NodeJS.Signals>;
  /** Lets it listen, now that its predecessor is gone. */
  listen(): void;
  kill(): void;
}

/** A node in a process of its own that is ready to take over a port. */
export async function startNode(death: Death): Promise<DoomedNode> {
  const child = fork(join(import.meta.dirname, "kill-node.ts"), [JSON.stringify(death)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const complaint = child.stderr ? text(child.stderr) : Promise.resolve("");
  const dead = once(child, "exit").then(async () => {
    if (child.signalCode === null) throw new Error(`The node ended with ${child.exitCode}:\n${await complaint}`);
    return child.signalCode;
  });
  await Promise.race([once(child, "message"), dead]);
  return { dead, listen: () => void child.send("listen"), kill: () => void child.kill("SIGKILL") };
}
