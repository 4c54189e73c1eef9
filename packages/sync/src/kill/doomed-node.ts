import { createServer } from "node:http";
import { argv } from "node:process";
import { openDatabase } from "@guildhall/db";
import { z } from "zod";
import { postgresLog } from "../log/postgres-log.ts";
import type { RoomLog } from "../log/room-log.ts";
import { noHints } from "../nodes/hints.ts";
import type { Admitted } from "../server/admit.ts";
import { SyncNode } from "../server/sync-node.ts";
import { webSocketDoor } from "../server/web-socket-door.ts";
import { deathSchema, type Step } from "./death.ts";

/** A sync node of its own process that kills itself without a word where its death is planned. */
const { urls, room, port, step, at } = deathSchema.parse(JSON.parse(argv[2] ?? ""));

let seen = 0;
const reach = (reached: Step) => {
  if ((step === null || step === reached) && ++seen === at) process.kill(process.pid, "SIGKILL");
};

const database = openDatabase(urls, { poolSize: 4 });
const real = postgresLog(database);
const log: RoomLog = {
  ...real,
  load: (key) => {
    reach("load");
    return real.load(key);
  },
  store: async (batches) => {
    reach("before the commit");
    const storing = real.store(batches);
    setImmediate(() => reach("while it commits"));
    const stored = await storing;
    reach("after the commit");
    setImmediate(() => reach("after it was said"));
    return stored;
  },
};

// Who may enter is not rehearsed here: everybody may.
const knock = async (): Promise<Admitted> => ({
  room: { ...room, accessVersion: 1 },
  kind: { kind: "board", schemaVersion: 1, authorise: async () => "edit" },
  access: "edit",
  identity: { userId: null, personId: null, name: "", color: "" },
  standing: null,
});
const node = new SyncNode({
  knock,
  log,
  hints: noHints,
  access: { watch: () => () => undefined },
  onError: () => undefined,
  pace: { follow: 200, commit: 4 }, // quicker, so that death comes sooner
});
const upgrade = webSocketDoor({ node, isOurOrigin: () => true, onError: () => undefined });
const server = createServer();
server.on("upgrade", (request, socket, head) => {
  if (!upgrade(request, socket, head)) socket.destroy();
});
process.once("message", () => {
  server.listen(port, "127.0.0.1", () => process.send?.(z.object({ port: z.int() }).parse(server.address())));
});
process.send?.("ready");
