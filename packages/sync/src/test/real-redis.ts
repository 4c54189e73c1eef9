import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { RedisStandIn } from "./redis-stand-in.ts";

/** Whether this machine has a Redis to rehearse with. */
export function hasRedis(): boolean {
  return spawnSync("redis-server", ["--version"]).status === 0;
}

/** A real Redis that keeps nothing, killed and started again at the same place. */
export async function openRealRedis(): Promise<Omit<RedisStandIn, "published">> {
  const port = await freePort();
  const run = () => spawn("redis-server", ["--port", `${port}`, "--save", "", "--bind", "127.0.0.1"]);
  let server: ReturnType<typeof run> | null = null;
  const start = async () => {
    server = run();
    for await (const chunk of server.stdout) if (`${chunk}`.includes("Ready to accept connections")) return;
    throw new Error("Redis did not start.");
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: async () => {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== "object" || !address) throw new Error("No port.");
  return address.port;
}
