import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Config } from "@guildhall/config";
import { type Runner, startRunner } from "@guildhall/jobs";
import { suiteCrons, suiteHandlers, suiteTasks } from "@guildhall/suite";
import { getRequestListener } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { type House, openHouse } from "./house.ts";
import { createHttpApp } from "./http/create-http-app.ts";
import { politeClose } from "./http/polite-close.ts";

export interface OpenServer {
  readonly server: Server;
  readonly logger: House["logger"];
  /** From now on /readyz sends whoever asks to another node; requests that come all the same are answered. */
  drain(): void;
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
  /** In development: the server that Vite's hot reload listens on, and Vite itself, asked before anybody else. */
  dev?: { server: Server; middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void };
}

/** Opens the house and answers requests with it. The caller listens; once that is so, facts and jobs are run as well. */
export async function openServer({ config, embeddedOwnerUrl, build, clientDir, dev }: Options): Promise<OpenServer> {
  const server =
    dev?.server ?? createServer({ requestTimeout: 900_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 });
  const house = openHouse({
    config,
    localAddress: () => addressOf(server),
    ...(embeddedOwnerUrl && { embeddedOwnerUrl }),
  });
  const drain = new AbortController();
  const app = await createHttpApp({ house, build, draining: drain.signal, ...(clientDir && { clientDir }) });
  const closeServer = politeClose(server);
  const answer = getRequestListener(app.fetch);
  server.on(
    "request",
    dev ? (request, response) => dev.middleware(request, response, () => void answer(request, response)) : answer,
  );
  server.on("upgrade", (request, socket, head) => {
    // In development, Vite has a line of its own.
    if (!house.sync?.upgrade(request, socket, head) && !dev) socket.destroy();
  });
  let runner: Promise<Runner> | null = null;
  if (config.RUN_JOBS)
    server.once("listening", () => {
      runner = runJobs(house);
      runner.catch((error: unknown) => house.logger.fatal({ err: error }, "facts and jobs are not being run"));
    });

  return {
    server,
    logger: house.logger,
    drain: () => drain.abort(),
    close: async () => {
      drain.abort();
      await house.sync?.close();
      await closeServer();
      await (await runner)?.stop();
      await house.close();
    },
  };
}

function runJobs(house: House): Promise<Runner> {
  const { urls, database, logger } = house;
  const tasks = suiteTasks({ ...house, publicUrl: house.publicUrl() });
  return startRunner({ urls, database, handlers: suiteHandlers, tasks, crons: suiteCrons, logger, live: house.bus });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server does not listen yet.");
  return `http://localhost:${address.port}`;
}
