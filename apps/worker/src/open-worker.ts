import { createServer, type Server } from "node:http";
import { openSessions } from "@guildhall/auth";
import { type Config, resolveDatabase } from "@guildhall/config";
import { openDatabase } from "@guildhall/db";
import { openFileStore } from "@guildhall/files";
import { openLiveBus, startRunner } from "@guildhall/jobs";
import { suiteCrons, suiteHandlers, suiteTasks } from "@guildhall/suite";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { healthRoutes } from "./health-routes.ts";

interface OpenWorker {
  /** Answers for the worker's health; the caller listens. */
  readonly server: Server;
  /** Takes up no more work, finishes what was taken up, and closes everything. */
  close(): Promise<void>;
}

/** Starts to carry facts and run jobs and cron, for as many installations' web nodes as there are. */
export async function openWorker(config: Config, logger: Logger): Promise<OpenWorker> {
  const { SECRET: secret, PUBLIC_URL: publicUrl } = config;
  if (!secret) throw new Error("SECRET is needed: the one that the web nodes have.");
  if (!publicUrl) throw new Error("PUBLIC_URL is needed: links in mail lead there.");
  const urls = resolveDatabase(config);
  const database = openDatabase(urls, {
    poolSize: config.DATABASE_POOL,
    onError: (error) => logger.warn({ err: error }, "a database connection was cut"),
  });
  const sessions = openSessions(database, { secure: publicUrl.startsWith("https:") });
  const files = openFileStore(config);
  const bus = openLiveBus({
    database,
    platformUrl: urls.platform,
    redisUrl: config.REDIS_URL,
    onError: (error) => logger.warn({ err: error }, "live notices were cut"),
  });
  const tasks = suiteTasks({ config, sessions, files, secret, publicUrl: new URL(publicUrl).origin, bus });
  const runner = await startRunner({
    urls,
    database,
    handlers: suiteHandlers,
    tasks,
    crons: suiteCrons,
    logger,
    live: bus,
  });

  const drain = new AbortController();
  const server = createServer(getRequestListener(healthRoutes({ database, draining: drain.signal }).fetch));
  return {
    server,
    close: async () => {
      drain.abort();
      await runner.stop();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      await bus.close();
      await database.close();
    },
  };
}
