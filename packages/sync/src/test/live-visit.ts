import type * as Y from "yjs";
import { type LiveRoom, openLiveRoom } from "../client.ts";
import { withHeaders } from "./visit.ts";

interface Options {
  readonly url: string;
  readonly room: string;
  readonly cookie: string;
  readonly doc?: Y.Doc;
  readonly generation?: number;
  readonly schemaVersion?: number;
  readonly largest?: number;
  readonly blocked?: boolean;
}

/** Somebody in a room with our own client, and every state that their page has shown. */
export interface LiveVisit extends LiveRoom {
  readonly text: Y.Text;
  readonly shown: string[];
}

const open: LiveRoom[] = [];

export function closeAllRooms(): void {
  for (const room of open.splice(0)) room.close();
}

export function liveVisit({ url, room, cookie, generation = 1, schemaVersion = 1, ...options }: Options): LiveVisit {
  const { blocked = false, doc, largest } = options;
  const live = openLiveRoom({
    url,
    room,
    generation,
    schemaVersion,
    ...(doc && { doc }),
    ...(largest !== undefined && { largest }),
    WebSocket: blocked ? blockedSocket() : withHeaders({ cookie, origin: "http://hall.example" }),
    fetch: (input, init) => fetch(input, { ...init, headers: { cookie } }),
    pollEvery: 50,
  });
  open.push(live);
  const shown: string[] = [];
  const say = ({ is, ...more }: LiveRoom["state"]) => shown.push("delayed" in more && more.delayed ? "delayed" : is);
  say(live.state);
  live.subscribe(say);
  return Object.assign(live, { text: live.doc.getText("text"), shown });
}

/** A network in which WebSockets are not let through. */
function blockedSocket(): typeof globalThis.WebSocket {
  return withHeaders({}, "ws://127.0.0.1:9");
}
