import { access } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Config, parseConfig } from "@guildhall/config";
import type { ServerBuild } from "@remix-run/node";

interface Options {
  config: Config;
  embeddedOwnerUrl?: string;
}

interface OpenServer {
  server: Server;
  close(): Promise<void>;
}

const appDir = join(import.meta.dirname, "..");

/** Opens the built web app; the caller listens. */
export async function openBuiltServer({ config, embeddedOwnerUrl }: Options): Promise<OpenServer> {
  const serverFile = join(appDir, "build/server/index.js");
  await access(serverFile).catch(() => {
    throw new Error("The web app is not built yet: pnpm build");
  });
  process.env.NODE_ENV ??= "production";
  const build: ServerBuild & { entry: { module: { openServer(options: object): Promise<OpenServer> } } } = await import(pathToFileURL(serverFile).href);
  return build.entry.module.openServer({ config, embeddedOwnerUrl, build, clientDir: join(appDir, "build/client") });
}

if (process.argv[1] === import.meta.filename) {
  const config = parseConfig(process.env);
  const { server, close } = await openBuiltServer({ config });
  server.listen(config.PORT, config.HOST);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close().then(() => process.exit(0)));
}
