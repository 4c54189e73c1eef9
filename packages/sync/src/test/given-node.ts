import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createUser, openSessions } from "@guildhall/auth";
import { type Id, newId } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import type { LiveBus } from "@guildhall/jobs";
import { addLogin, openAccessWatch } from "@guildhall/people";
import { type GivenTenant, given, type TestDatabase } from "@guildhall/testing";
import { getRequestListener } from "@hono/node-server";
import { afterEach } from "vitest";
import * as Y from "yjs";

import { openRoomKinds, type RoomAccess, type RoomKind } from "../kinds/room-kind.ts";
import { roomName } from "../kinds/room-name.ts";
import type { RoomKey, RoomLog } from "../log/room-log.ts";
import type { Limits, Pace } from "../rooms/limits.ts";
import type { Room } from "../rooms/room.ts";
import type { RoomParts } from "../rooms/room-parts.ts";
import { openSync, type Sync } from "../server/open-sync.ts";

/** Boards, as some domain would register them: who may do what stands in a list that the test keeps. */
export interface Boards {
  readonly kind: RoomKind;
  readonly access: Map<string, RoomAccess>;
}

export function boards(overrides: Partial<RoomKind> = {}): Boards {
  const access = new Map<string, RoomAccess>();
  return {
    access,
    kind: {
      kind: "board",
      schemaVersion: 1,
      authorise: async (ctx) => (ctx.actor.kind === "person" ? (access.get(ctx.actor.personId) ?? null) : null),
      ...overrides,
    },
  };
}

export interface GivenNode {
  readonly url: string;
  readonly port: number;
  readonly sync: Sync;
  readonly errors: unknown[];
  close(): Promise<void>;
}

interface NodeOptions {
  readonly boards: Boards;
  /** The test's own, where there is none. */
  readonly database?: Database;
  readonly limits?: Partial<Limits>;
  readonly pace?: Partial<Pace>;
  readonly redisUrl?: string;
  readonly bus?: Pick<LiveBus, "hear">;
  readonly log?: (log: RoomLog) => RoomLog;
  readonly watchEvery?: number;
  readonly port?: number;
  readonly makeRoom?: (key: RoomKey, parts: RoomParts) => Room;
}

export interface GivenPerson {
  readonly personId: Id<"person">;
  readonly userId: Id<"user_account">;
  readonly cookie: string;
  readonly token: string;
}

let users = 0;

/** Nodes over the test's database, each with a port of its own, and people who may enter. All are closed after each test. */
export function givenNodes(db: TestDatabase) {
  const opened: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });
  const sessions = () => openSessions(db.database, { secure: false });

  return {
    /** Run before what was opened earlier is closed. */
    afterwards: (close: () => Promise<unknown>) => void opened.push(close),
    async node({ boards: { kind }, watchEvery = 100, port: wanted = 0, ...options }: NodeOptions): Promise<GivenNode> {
      const { database = db.database } = options;
      const errors: unknown[] = [];
      const onError = (error: unknown) => void errors.push(error);
      const access = openAccessWatch(database, { every: watchEvery, onError });
      const sync = openSync({
        sessions: openSessions(database, { secure: false }),
        access,
        kinds: openRoomKinds([kind]),
        isOurOrigin: ({ headers }) => headers.origin === undefined || headers.origin === "http://hall.example",
        onError,
        ...options,
        database,
      });
      const server = createServer(getRequestListener(sync.fetch));
      server.on("upgrade", (request, socket, head) => {
        if (!sync.upgrade(request, socket, head)) socket.destroy();
      });
      await new Promise<void>((listening) => server.listen(wanted, "127.0.0.1", listening));
      const { port } = server.address() as AddressInfo;
      let closed: Promise<void> | null = null;
      const close = () =>
        (closed ??= (async () => {
          await sync.close();
          server.closeAllConnections();
          await new Promise<void>((done) => server.close(() => done()));
          await access.stop();
        })());
      opened.push(close);
      return { url: `ws://127.0.0.1:${port}/sync`, port, sync, errors, close };
    },

    async person(hall: GivenTenant, name = "林晓"): Promise<GivenPerson> {
      const email = `sync-${++users}@guildhall.example`;
      const userId = await createUser(db.database, { email, password: null });
      const personId = await hall.inside((ctx) => addLogin(ctx, { userId, fullName: name, email, role: "staff" }));
      const token = await sessions().open(userId, { userAgent: null, ip: null });
      return { personId, userId, token, cookie: `guildhall=${token}` };
    },

    /** What the log of the only room says. */
    async logDoc(): Promise<Y.Doc> {
      const { rows } = await db.owner.query<{ update: Buffer }>("select update from sync_update order by room_id, seq");
      const doc = new Y.Doc();
      for (const { update } of rows) Y.applyUpdate(doc, update);
      return doc;
    },
    async logText(): Promise<string> {
      return (await this.logDoc()).getText("text").toString();
    },
    async logLength(): Promise<number> {
      return (await db.owner.query("select from sync_update")).rowCount ?? 0;
    },
    /** Between tests. */
    async forget(): Promise<void> {
      await db.owner.query("truncate sync_room cascade");
    },

    /** A hall, a board in it, and so many people who may edit it. */
    async board(those: Boards, editors = 1) {
      const hall = await given(db).tenant();
      const subjectId = newId<string>();
      const people: GivenPerson[] = [];
      for (let n = 0; n < editors; n++) people.push(await this.person(hall));
      for (const { personId } of people) those.access.set(personId, "edit");
      const room = roomName({ slug: hall.tenant.slug, kind: "board", subjectId });
      return { hall, subjectId, room, people };
    },
  };
}
