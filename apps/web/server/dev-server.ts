import { join } from "node:path";
import { createServer, type Server } from "node:http";
import type { Config } from "@guildhall/config";

interface DevServer {
  server: Server;
  close(): Promise<void>;
}

/** The web app under Vite: one server for pages, assets and hot reload. */
export async function openDevServer(options: { config: Config; embeddedOwnerUrl?: string }): Promise<DevServer> {
  process.env.NODE_ENV = "development";
  const { createServer: createVite } = await import("vite");
  const server = createServer();
  const vite = await createVite({
    root: join(import.meta.dirname, ".."),
    server: { middlewareMode: true, hmr: { server } },
    appType: "custom",
  });
  const loadBuild = () => vite.ssrLoadModule("virtual:remix/server-build");
  const first = await loadBuild();
  const app = await first.entry.module.openServer({ ...options, build: loadBuild });
  const [listener] = app.server.listeners("request");
  server.on("request", (request, response) => vite.middlewares(request, response, () => listener(request, response)));
  return {
    server,
    close: async () => {
      await vite.close();
      await app.close();
      server.closeAllConnections();
    },
  };
}
