import { once } from "node:events";
import WebSocket from "ws";
import { readServerFrame, type ServerFrame } from "./read-server-frame.ts";

/** A socket of which every byte is the test's own. */
export interface RawSocket {
  readonly ws: WebSocket;
  readonly frames: ServerFrame[];
  readonly closed: Promise<number>;
}

export async function rawSocket(url: string, headers: Record<string, string>): Promise<RawSocket> {
  const ws = new WebSocket(url, { headers });
  const frames: ServerFrame[] = [];
  ws.on("message", (data) => {
    if (Buffer.isBuffer(data)) frames.push(readServerFrame(data));
  });
  ws.on("error", () => undefined);
  const closed = new Promise<number>((done) => ws.on("close", (code) => done(code)));
  await once(ws, "open");
  return { ws, frames, closed };
}

/** What the server answers to a knock that it does not let in; 101 where it does. */
export async function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  const ws = new WebSocket(url, { headers });
  ws.on("error", () => undefined);
  const status = await Promise.race([
    once(ws, "unexpected-response").then(([, response]) => Number(response.statusCode)),
    once(ws, "open").then(() => 101),
  ]);
  ws.terminate();
  return status;
}
