import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Config } from "@guildhall/config";
import type { OpenServer } from "../app/server/open-server.ts";

interface Options {
  config: Config;
  embeddedOwnerUrl?: string;
}

/** The web app under Vite: one server for pages, assets and hot reload. The caller listens. */
export async function openDevServer(options: Options): Promise<OpenServer> {
  process.env.NODE_ENV = "development";
  const { createServer: createVite } = await import("vite");
  const server: Server = createServer();
  const vite = await createVite({
    root: join(import.meta.dirname, ".."),
    server: { middlewareMode: true, hmr: { server } },
    appType: "custom",
  });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build");
  const { entry } = await build();
  const app: OpenServer = await entry.module.openServer({
    ...options,
    build,
    dev: { server, middleware: vite.middlewares },
  });
  return {
    ...app,
    close: async () => {
      await vite.close();
      server.closeAllConnections();
      await app.close();
    },
  };
}
