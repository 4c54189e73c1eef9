import { createServer, type Server } from "node:http";
import type { Config } from "@guildhall/config";
import { startRunner } from "@guildhall/jobs";
import { getRequestListener } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { openHouse } from "./house.ts";
import { createHttpApp } from "./http/create-http-app.ts";
import { crons, handlers, tasksOf } from "./work.ts";

export interface OpenServer {
  readonly server: Server;
  /** Stops accepting, lets what is under way finish, and closes everything. */
  close(): Promise<void>;
}

interface Options {
  config: Config;
  embeddedOwnerUrl?: string;
  /** The build to serve; in development, whatever Vite has now. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where the built client lies; absent in development, where Vite serves it. */
  clientDir?: string;
}

/** Opens the house and answers requests with it. The caller listens. */
export async function openServer({ config, embeddedOwnerUrl, build, clientDir }: Options): Promise<OpenServer> {
  const house = openHouse(config, embeddedOwnerUrl);
  const drain = new AbortController();
  const app = await createHttpApp({ house, build, draining: drain.signal, ...(clientDir && { clientDir }) });
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 }, getRequestListener(app.fetch));
  const runner = config.RUN_JOBS ? await startRunner({ urls: house.urls, database: house.database, handlers, tasks: tasksOf(house), crons, logger: house.logger }) : null;

  return {
    server,
    close: async () => {
      drain.abort();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 10_000);
      await closed;
      clearTimeout(patience);
      await runner?.stop();
      await house.close();
    },
  };
}
