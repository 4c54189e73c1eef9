import { type Database, listen } from "@guildhall/db";
import { Redis } from "ioredis";
import { sql } from "kysely";
import { liveChannel } from "./live-notice.ts";

/** Carries live notices between processes. A hint: a notice may be lost, and whoever listens is told of every gap. */
export interface LiveBus {
  tell(notices: readonly string[]): Promise<void>;
  /** Calls `onNotice` for each, and `onGap` whenever some may have been missed, until closed. */
  hear(onNotice: (notice: string) => void, onGap: () => void): { close(): Promise<void> };
  close(): Promise<void>;
}

interface Options {
  database: Database;
  platformUrl: string;
  redisUrl?: string | undefined;
  onError: (error: Error) => void;
}

/** Redis where there is one, and PostgreSQL where there is none or it does not answer. */
export function openLiveBus({ database, platformUrl, redisUrl, onError }: Options): LiveBus {
  const postgres = postgresBus({ database, platformUrl, onError });
  return redisUrl ? eitherBus(redisBus({ redisUrl, onError }), postgres, onError) : postgres;
}

function postgresBus({ database, platformUrl, onError }: Omit<Options, "redisUrl">): LiveBus {
  return {
    tell: async (notices) => {
      await database.withPlatform("relay", async (db) => {
        for (const notice of notices) await sql`select pg_notify(${liveChannel}, ${notice})`.execute(db);
      });
    },
    hear: (onNotice, onGap) =>
      listen({
        url: platformUrl,
        channels: [liveChannel],
        onNotice: (_, notice) => onNotice(notice),
        onConnected: onGap,
        onError,
      }),
    close: async () => undefined,
  };
}

const answerWithin = 250;

function redisBus({ redisUrl, onError }: { redisUrl: string; onError: (error: Error) => void }): LiveBus {
  const connect = (settings: object) => {
    const redis = new Redis(redisUrl, { retryStrategy: (times) => Math.min(50 * 2 ** times, 5_000), ...settings });
    redis.on("error", onError);
    return redis;
  };
  const speaker = connect({ commandTimeout: answerWithin, maxRetriesPerRequest: 0, enableOfflineQueue: false });
  return {
    tell: async (notices) => {
      for (const notice of notices) await speaker.publish(liveChannel, notice);
    },
    hear: (onNotice, onGap) => {
      const ear = connect({ autoResubscribe: false, maxRetriesPerRequest: null });
      ear.on("message", (_, notice) => onNotice(notice));
      // Ready comes at first and after every break: subscribe anew, and only then look what was missed.
      ear.on("ready", () => ear.subscribe(liveChannel).then(onGap, onError));
      return {
        close: async () => {
          ear.disconnect();
        },
      };
    },
    close: async () => {
      speaker.disconnect();
    },
  };
}

/** Tells by the first, or where it fails by the second; hears both. A page that hears twice loads twice, no more. */
function eitherBus(first: LiveBus, second: LiveBus, onError: (error: Error) => void): LiveBus {
  return {
    tell: (notices) =>
      first.tell(notices).catch((error: Error) => {
        onError(error);
        return second.tell(notices);
      }),
    hear: (onNotice, onGap) => {
      const ears = [first.hear(onNotice, onGap), second.hear(onNotice, onGap)];
      return {
        close: async () => {
          await Promise.all(ears.map((ear) => ear.close()));
        },
      };
    },
    close: async () => {
      await Promise.all([first.close(), second.close()]);
    },
  };
}
