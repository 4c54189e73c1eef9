import { createServer, type Server as HttpServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openSessions } from "@guildhall/auth";
import { openDatabase } from "@guildhall/db";
import { openAccessWatch } from "@guildhall/people";
import { openRoomKinds, openSync } from "@guildhall/sync";
import { Server as Hocuspocus } from "@hocuspocus/server";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import { z } from "zod";
import type { Place } from "../temporary-cluster.ts";
import type { ServerName } from "./dialect.ts";

/** First which server to be; then, whenever it is asked, what it has used. */
export type Serve =
  | { readonly server: ServerName; readonly place: Place | null; readonly linger: number }
  | { readonly settle: boolean };

export interface Used {
  /** Microseconds of CPU since the process began. */
  readonly cpu: number;
  /** Bytes; after everything unused was let go of, where that was asked for. */
  readonly memory: number;
}

process.on("message", (asked: Serve) => {
  if ("server" in asked) void serve(asked).then((url) => process.send?.(url));
  else process.send?.(used(asked.settle));
});
process.once("disconnect", () => process.exit(0));

function used(settle: boolean): Used {
  if (settle) {
    setFlagsFromString("--expose-gc");
    const collect = z.function().parse(runInNewContext("gc"));
    for (let n = 0; n < 3; n++) collect();
  }
  const { user, system } = process.cpuUsage();
  return { cpu: user + system, memory: process.memoryUsage().rss };
}

async function serve(asked: Extract<Serve, { server: ServerName }>): Promise<string> {
  const http = await open(asked);
  if (!http.listening) await new Promise<void>((listening) => http.listen(0, "127.0.0.1", 4_096, () => listening()));
  const { port } = z.object({ port: z.int() }).parse(http.address());
  return `http://127.0.0.1:${port}`;
}

async function open({ server, place, linger }: Extract<Serve, { server: ServerName }>): Promise<HttpServer> {
  if (server === "Hocuspocus") return hocuspocus();
  if (server === "y-websocket") return yWebsocket();
  if (!place) throw new Error("Ours needs a database.");
  return ours(place, linger);
}

/** As `apps/sync` opens it, over PostgreSQL; whoever is signed in may edit any board. */
function ours({ urls }: Place, linger: number): HttpServer {
  const onError = (error: unknown) => void process.stderr.write(`${error}\n`);
  const database = openDatabase(urls, { poolSize: 10 });
  const sync = openSync({
    database,
    sessions: openSessions(database, { secure: false }),
    access: openAccessWatch(database, { onError }),
    kinds: openRoomKinds([
      { kind: "board", schemaVersion: 1, authorise: async ({ actor }) => (actor.kind === "person" ? "edit" : null) },
    ]),
    isOurOrigin: () => true,
    limits: { updatesPerSecond: Number.POSITIVE_INFINITY, updatesAtOnce: Number.POSITIVE_INFINITY },
    pace: { linger },
    onError,
  });
  const http = createServer();
  http.on("upgrade", (request, socket, head) => {
    if (!sync.upgrade(request, socket, head)) socket.destroy();
  });
  return http;
}

/** As its own `listen` opens it. */
async function hocuspocus(): Promise<HttpServer> {
  const server = new Hocuspocus({ quiet: true, stopOnSignals: false, address: "127.0.0.1", port: 0 });
  await server.listen();
  return server.httpServer;
}

function yWebsocket(): HttpServer {
  const door = new WebSocketServer({ noServer: true });
  door.on("connection", setupWSConnection);
  const http = createServer();
  http.on("upgrade", (request, socket, head) =>
    door.handleUpgrade(request, socket, head, (ws) => door.emit("connection", ws, request)),
  );
  return http;
}
