import { openSessions, type Sessions } from "@guildhall/auth";
import { type Config, type DatabaseUrls, resolveDatabase } from "@guildhall/config";
import { type Database, openDatabase } from "@guildhall/db";
import { type FileStore, openFileStore } from "@guildhall/files";
import { type LiveBus, openLiveBus } from "@guildhall/jobs";
import { type AccessWatch, openAccessWatch } from "@guildhall/people";
import { openLogger, suiteRooms } from "@guildhall/suite";
import { limitsFrom, openSync, type Sync } from "@guildhall/sync";
import { isOurOrigin } from "./http/public-request.ts";
import { type LiveHub, openLiveHub } from "./live-hub.ts";

/** Everything that a request may need, opened once for the process. */
export interface House {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  readonly database: Database;
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly live: LiveHub;
  readonly bus: LiveBus;
  /** Ends open lines of those whose access was taken away. */
  readonly access: AccessWatch;
  /** Rooms that are edited together; null where other processes serve them. */
  readonly sync: Sync | null;
  readonly logger: ReturnType<typeof openLogger>;
  /** Signs what leaves the house and comes back: links, callbacks. */
  readonly secret: string;
  /** Where people reach this house; known once it listens. */
  publicUrl(): string;
  close(): Promise<void>;
}

interface Options {
  config: Config;
  embeddedOwnerUrl?: string;
  /** Where this process listens, for an installation without a public address of its own. */
  localAddress: () => string;
}

export function openHouse({ config, embeddedOwnerUrl, localAddress }: Options): House {
  if (!config.SECRET) throw new Error("SECRET is needed: 32 characters or more.");
  const logger = openLogger(config.LOG_LEVEL);
  const urls = resolveDatabase(config, embeddedOwnerUrl);
  const database = openDatabase(urls, {
    poolSize: config.DATABASE_POOL,
    onError: (error) => logger.warn({ err: error }, "a database connection was cut"),
  });
  const sessions = openSessions(database, { secure: config.PUBLIC_URL?.startsWith("https:") ?? false });
  const bus = openLiveBus({
    database,
    platformUrl: urls.platform,
    redisUrl: config.REDIS_URL,
    onError: (error) => logger.warn({ err: error }, "live notices were cut"),
  });
  const live = openLiveHub(bus);
  const access = openAccessWatch(database, {
    onError: (error) => logger.warn({ err: error }, "open lines were not looked after"),
  });
  const sync = config.RUN_SYNC
    ? openSync({
        database,
        sessions,
        access,
        kinds: suiteRooms,
        bus,
        redisUrl: config.REDIS_URL,
        limits: limitsFrom(config),
        isOurOrigin: (request) => isOurOrigin(request, config),
        onError: (error) => logger.warn({ err: error }, "rooms were held up"),
      })
    : null;
  return {
    config,
    urls,
    database,
    sessions,
    files: openFileStore(config),
    live,
    bus,
    access,
    sync,
    logger,
    secret: config.SECRET,
    publicUrl: () => (config.PUBLIC_URL ? new URL(config.PUBLIC_URL).origin : localAddress()),
    close: async () => {
      await sync?.close();
      await access.stop();
      await live.close();
      await bus.close();
      await database.close();
    },
  };
}
