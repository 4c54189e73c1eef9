import { type Cron, defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { compactRoom } from "./compact-room.ts";

const compactJob = "sync.compact";
const roomsAtOnce = 200;

/** The jobs of rooms: what has grown long in the log is made short. */
export const syncTasks: readonly Task[] = [
  defineTask({
    name: compactJob,
    payload: z.unknown(),
    run: async (_, { database, logger }) => {
      const due = await database.withPlatform("sync", (db) =>
        db
          .selectFrom("sync_room")
          .select(["tenant_id as tenantId", "id", "generation"])
          .where("compaction_due", "=", true)
          .limit(roomsAtOnce)
          .execute(),
      );
      for (const room of due)
        await compactRoom(room, { database }).catch((error: unknown) => {
          logger.error({ err: error, room: room.id }, "a room was not compacted"); // the others are
        });
    },
  }),
];

export const syncCrons: readonly Cron[] = [{ task: compactJob, pattern: "* * * * *" }];
