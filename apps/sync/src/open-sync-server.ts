import { createServer, type Server } from "node:http";
import { openSessions } from "@guildhall/auth";
import { type Config, resolveDatabase } from "@guildhall/config";
import { openDatabase } from "@guildhall/db";
import { openLiveBus } from "@guildhall/jobs";
import { openAccessWatch } from "@guildhall/people";
import { suiteRooms } from "@guildhall/suite";
import { limitsFrom, openSync } from "@guildhall/sync";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { syncRoutes } from "./sync-routes.ts";

interface OpenSyncServer {
  /** Answers for rooms and for the node's health; the caller listens. */
  readonly server: Server;
  /** From now on /readyz sends whoever asks to another node. */
  drain(): void;
  /** Stores what was accepted, sends everybody elsewhere, and closes everything. */
  close(): Promise<void>;
}

/** Opens a node that serves every room of the installation, beside as many others as there are. */
export function openSyncServer(config: Config, logger: Logger): OpenSyncServer {
  if (!config.PUBLIC_URL) throw new Error("PUBLIC_URL is needed: pages of no other origin are let in.");
  const { origin, protocol } = new URL(config.PUBLIC_URL);
  const urls = resolveDatabase(config);
  const database = openDatabase(urls, {
    poolSize: config.DATABASE_POOL,
    onError: (error) => logger.warn({ err: error }, "a database connection was cut"),
  });
  const bus = openLiveBus({
    database,
    platformUrl: urls.platform,
    redisUrl: config.REDIS_URL,
    onError: (error) => logger.warn({ err: error }, "live notices were cut"),
  });
  const access = openAccessWatch(database, {
    onError: (error) => logger.warn({ err: error }, "open lines were not looked after"),
  });
  const sync = openSync({
    database,
    sessions: openSessions(database, { secure: protocol === "https:" }),
    access,
    kinds: suiteRooms,
    bus,
    redisUrl: config.REDIS_URL,
    limits: limitsFrom(config),
    isOurOrigin: ({ headers }) => headers.origin === origin,
    onError: (error) => logger.warn({ err: error }, "rooms were held up"),
  });

  const drain = new AbortController();
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 15_000 },
    getRequestListener(syncRoutes({ sync, database, origin, draining: drain.signal }).fetch),
  );
  server.on("upgrade", (request, socket, head) => {
    if (!sync.upgrade(request, socket, head)) socket.destroy();
  });
  return {
    server,
    drain: () => drain.abort(),
    close: async () => {
      drain.abort();
      await sync.close();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      await access.stop();
      await bus.close();
      await database.close();
    },
  };
}
