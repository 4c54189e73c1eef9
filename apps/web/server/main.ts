import { access } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Config, parseConfig } from "@guildhall/config";
import type { ServerBuild } from "@remix-run/node";
import type { OpenServer } from "../app/server/open-server.ts";

interface Options {
  config: Config;
  embeddedOwnerUrl?: string;
}

type Build = ServerBuild & { entry: { module: { openServer(options: object): Promise<OpenServer> } } };

const appDir = join(import.meta.dirname, "..");

/** Opens the built web app; the caller listens. */
export async function openBuiltServer({ config, embeddedOwnerUrl }: Options): Promise<OpenServer> {
  const serverFile = join(appDir, "build/server/index.js");
  await access(serverFile).catch(() => {
    throw new Error("The web app is not built yet: pnpm build");
  });
  process.env.NODE_ENV ??= "production";
  const build: Build = await import(pathToFileURL(serverFile).href);
  return build.entry.module.openServer({ config, embeddedOwnerUrl, build, clientDir: join(appDir, "build/client") });
}

/** A web node on its own: what the image runs. */
async function serve(): Promise<void> {
  const config = parseConfig();
  const { server, logger, drain, close } = await openBuiltServer({ config });
  process.on("uncaughtException", (error) => {
    logger.fatal({ err: error }, "the web node cannot go on");
    process.exit(1);
  });
  server.listen(config.PORT, config.HOST, () => logger.info({ listens: server.address() }, "open"));

  const leave = async (signal: string) => {
    logger.info(
      { signal, drainSeconds: config.DRAIN_SECONDS },
      "sending others elsewhere, finishing what is under way",
    );
    drain();
    await pause(config.DRAIN_SECONDS * 1_000);
    await close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void leave(signal));
}

if (process.argv[1] === import.meta.filename) await serve();
