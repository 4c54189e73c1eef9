import type { IncomingMessage } from "node:http";
import type { Sessions } from "@guildhall/auth";
import { newId } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { type LiveBus, readLiveNotice } from "@guildhall/jobs";
import type { AccessWatch } from "@guildhall/people";
import type { Registry } from "prom-client";
import type { RoomKinds } from "../kinds/room-kind.ts";
import { settleRoom } from "../kinds/settle-room.ts";
import { postgresLog } from "../log/postgres-log.ts";
import type { RoomKey, RoomLog } from "../log/room-log.ts";
import { noHints, redisHints } from "../nodes/hints.ts";
import { keepNode } from "../nodes/keep-node.ts";
import type { Limits, Pace } from "../rooms/limits.ts";
import type { Room } from "../rooms/room.ts";
import type { RoomParts } from "../rooms/room-parts.ts";
import { admit } from "./admit.ts";
import { registerSyncMetrics, type SyncFigures } from "./figures.ts";
import { answerHttp } from "./http-door.ts";
import { SyncNode } from "./sync-node.ts";
import { type UpgradeDoor, webSocketDoor } from "./web-socket-door.ts";

/** A node that serves rooms: over WebSocket, and over HTTP what is too large for it or cannot use it. */
export interface Sync {
  /** Answers an upgrade at `/sync/:room`; false where the address is no room's. */
  readonly upgrade: UpgradeDoor;
  /** Answers `/sync/:room` over HTTP. The caller has looked at Origin. */
  fetch(request: Request): Promise<Response>;
  figures(): SyncFigures;
  register(registry: Registry): void;
  /** Seats nobody new, stores all that was accepted, and sends everybody to another node. */
  close(): Promise<void>;
}

interface Options {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly access: Pick<AccessWatch, "watch">;
  readonly kinds: RoomKinds;
  /** Where facts are heard that may change who may enter; left out: they are found by looking. */
  readonly bus?: Pick<LiveBus, "hear">;
  readonly redisUrl?: string | undefined;
  readonly isOurOrigin: (request: IncomingMessage) => boolean;
  readonly limits?: Partial<Limits>;
  readonly pace?: Partial<Pace>;
  /** For rehearsals that stand between the node and its log. */
  readonly log?: (log: RoomLog) => RoomLog;
  readonly makeRoom?: (key: RoomKey, parts: RoomParts) => Room;
  readonly onError: (error: unknown) => void;
}

export function openSync({
  database,
  sessions,
  kinds,
  redisUrl,
  bus,
  isOurOrigin,
  log,
  onError,
  ...parts
}: Options): Sync {
  const nodeId = newId<"sync_node">();
  const inPostgres = postgresLog(database);
  const node = new SyncNode({
    ...parts,
    knock: (knocking) => admit({ database, sessions, kinds }, knocking),
    log: log?.(inPostgres) ?? inPostgres,
    ...([...kinds.values()].some(({ settled }) => settled) && {
      settle: (room: RoomKey) => settleRoom(database, kinds, room),
    }),
    hints: redisUrl ? redisHints({ redisUrl, nodeId, onError }) : noHints,
    onError,
  });
  const ear = bus?.hear(
    (notice) => {
      for (const { tenantId, fact, subjectId } of readLiveNotice(notice)) node.heardFact(tenantId, fact, subjectId);
    },
    () => node.missedFacts(),
  );
  const kept = keepNode({ database, nodeId, figures: () => node.figures(), onError });
  return {
    upgrade: webSocketDoor({ node, isOurOrigin, onError }),
    fetch: (request) => answerHttp(node, request),
    figures: () => node.figures(),
    register: (registry) => registerSyncMetrics(registry, node),
    close: async () => {
      await ear?.close();
      await node.close();
      await kept.close();
    },
  };
}
