import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place } from "../temporary-cluster.ts";
import type { ServerBuild } from "./loaders.ts";

interface Open {
  readonly address: string;
  close(): Promise<void>;
}

const webDir = join(import.meta.dirname, "../../../../apps/web");

/** Serves the built web app as `npm start` does, with its build changed by `alter`, on a free port. */
export async function openProduct(
  { config, ownerUrl }: Place,
  alter: (build: ServerBuild) => ServerBuild,
): Promise<Open> {
  // biome-ignore lint/style/noProcessEnv: React reads it when it is loaded, and would be its slow self without
  process.env.NODE_ENV = "production";
  const built: ServerBuild = await import(pathToFileURL(join(webDir, "build/server/index.js")).href);
  const options = { config, embeddedOwnerUrl: ownerUrl, build: alter(built), clientDir: join(webDir, "build/client") };
  const { server, close } = await built.entry.module.openServer(options);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server listens nowhere.");
  return { address: `http://127.0.0.1:${address.port}`, close };
}
