import { type Cron, defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import type { RoomKinds } from "../kinds/room-kind.ts";
import { settleRoom } from "../kinds/settle-room.ts";
import { compactRoom } from "./compact-room.ts";

const compactJob = "sync.compact";
const settleJob = "sync.settle";
const roomsAtOnce = 200;

/** The jobs of rooms: what has grown long in the log is made short, and what a node that died owed is settled. */
export const syncTasks = (kinds: RoomKinds): readonly Task[] => [
  defineTask({
    name: settleJob,
    payload: z.unknown(),
    run: async (_, { database, logger }) => {
      const due = await database.withPlatform("sync", (db) =>
        db
          .selectFrom("sync_room")
          .select(["tenant_id as tenantId", "id"])
          .where("settle_due", "=", true)
          .limit(roomsAtOnce)
          .execute(),
      );
      for (const room of due)
        await settleRoom(database, kinds, room).catch((error: unknown) => {
          logger.error({ err: error, room: room.id }, "a room was not settled"); // the others are
        });
    },
  }),
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

export const syncCrons: readonly Cron[] = [
  { task: settleJob, pattern: "* * * * *" },
  { task: compactJob, pattern: "* * * * *" },
];
