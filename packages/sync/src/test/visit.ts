import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** Somebody in a room with y-websocket as it comes out of its box. */
export interface Visit {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
  readonly closed: { code: number; reason: string }[];
  leave(): void;
}

const open: Visit[] = [];

export function leaveAll(): void {
  for (const visit of open.splice(0)) visit.leave();
}

interface Options {
  readonly url: string;
  readonly room: string;
  readonly cookie?: string;
  readonly params?: Record<string, string>;
  readonly doc?: Y.Doc;
  readonly origin?: string;
}

export function visit({ url, room, cookie, params = {}, doc = new Y.Doc(), origin }: Options): Visit {
  const provider = new WebsocketProvider(url, room, doc, {
    disableBc: true,
    params,
    maxBackoffTime: 200,
    WebSocketPolyfill: withHeaders({ ...(cookie && { cookie }), ...(origin && { origin }) }),
  });
  const closed: { code: number; reason: string }[] = [];
  provider.on("connection-close", (event) => {
    if (event) closed.push({ code: event.code, reason: event.reason });
  });
  const made: Visit = {
    doc,
    text: doc.getText("text"),
    provider,
    closed,
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
  open.push(made);
  return made;
}

/** A browser sends its cookies by itself; here they are put in. */
export function withHeaders(headers: Record<string, string>, elsewhere?: string): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(elsewhere ?? url, protocols, { headers });
    }
  } as unknown as typeof globalThis.WebSocket;
}
