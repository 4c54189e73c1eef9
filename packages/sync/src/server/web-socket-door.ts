import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Line, Member } from "../rooms/member.ts";
import type { Room } from "../rooms/room.ts";
import { closeCodes } from "../wire/close-codes.ts";
import type { Knocking } from "./admit.ts";
import { framing, largestFramed } from "./message-frame.ts";
import type { SyncNode } from "./sync-node.ts";

interface Options {
  readonly node: SyncNode;
  /** Whether a browser's request comes from a page of ours. */
  readonly isOurOrigin: (request: IncomingMessage) => boolean;
  readonly onError: (error: unknown) => void;
}

/** Answers upgrades at `/sync/:room`; false for any other address, which is somebody else's to answer. */
export type UpgradeDoor = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** Everything is asked before the upgrade, so that whoever may not enter never has a line. */
export function webSocketDoor({ node, isOurOrigin, onError }: Options): UpgradeDoor {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: node.limits.frame,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    clientTracking: false,
  });
  // Nothing is compressed and nobody else writes, so that what ws would write may be written past it, in one piece.
  const framed = framing();
  const enter = async (request: IncomingMessage, socket: Duplex, head: Buffer, knocking: Knocking) => {
    const answer = await node.knock(knocking);
    if (socket.destroyed) return;
    if ("refused" in answer) return refuse(socket, answer.refused);
    if (node.isLeaving) return refuse(socket, 503);
    server.handleUpgrade(request, socket, head, (ws) => {
      const line = lineOf(ws, (message, flushed) => {
        if (message.length > largestFramed) ws.send(message, binary, flushed);
        else socket.write(framed(message), flushed);
      });
      const { room, member } = node.seat(answer, knocking, line);
      serve(ws, socket, line, room, member, () => node.unseat(member));
    });
  };
  return (request, socket, head) => {
    const knocking = readKnock(request);
    if (!knocking) return false;
    const cut = () => void socket.destroy();
    socket.on("error", cut);
    if (!isOurOrigin(request)) refuse(socket, 403);
    else if (node.isLeaving) refuse(socket, 503);
    else
      enter(request, socket, head, knocking).catch((error: unknown) => {
        onError(error);
        refuse(socket, 503);
      });
    return true;
  };
}

/** Who knocks at which room; null where the address is no room's. */
export function readKnock({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): Knocking | null {
  const { pathname, searchParams } = new URL(url, "http://room");
  const room = /^\/sync\/([\w.-]{1,160})$/.exec(pathname)?.[1];
  if (room === undefined) return null;
  const number = (name: string) => {
    const text = searchParams.get(name);
    return text === null ? null : /^\d{1,9}$/.test(text) ? Number(text) : -1;
  };
  return {
    room,
    cookie: headers.cookie ?? null,
    generation: number("generation"),
    schemaVersion: number("schema"),
    key: searchParams.get("key")?.slice(0, 200) ?? null,
  };
}

const reasons = {
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  503: "Service Unavailable",
} as const;

function refuse(socket: Duplex, status: keyof typeof reasons): void {
  if (!socket.destroyed)
    socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const patience = 2_000; // for the other side to answer our close
const littlePatience = 200; // for one that does not read

interface OpenLine extends Line {
  /** Takes what came: at once, or once the line is not held any more. */
  receive(frame: Buffer, take: (frame: Buffer) => void): void;
}

const binary = { binary: true, compress: false };

function lineOf(ws: WebSocket, write: Line["send"]): OpenLine {
  const kept: (() => void)[] = [];
  let held = false;
  const drain = () => {
    for (let next = kept[0]; next && !held; next = kept[0]) {
      kept.shift();
      next();
    }
  };
  return {
    send: (frame, flushed) => {
      if (ws.readyState === ws.OPEN) write(frame, flushed);
    },
    close: (reason) => {
      const [code, words] = closeCodes[reason];
      kept.length = 0;
      ws.resume();
      ws.close(code, words);
      setTimeout(() => ws.terminate(), reason === "slow" ? littlePatience : patience).unref();
    },
    waiting: () => ws.bufferedAmount,
    hold: () => {
      held = true;
      ws.pause();
    },
    resume: () => {
      held = false;
      ws.resume();
      setImmediate(drain);
    },
    // ws hands on all that one chunk of the network held, paused or not.
    receive: (frame, take) => {
      if (held || kept.length > 0) kept.push(() => take(frame));
      else take(frame);
    },
  };
}

function serve(ws: WebSocket, socket: Duplex, line: OpenLine, room: Room, member: Member, gone: () => void): void {
  ws.on("message", (data, isBinary) => {
    if (!isBinary || !Buffer.isBuffer(data)) room.end(member, "malformed");
    else line.receive(data, (frame) => room.take(member, frame));
  });
  socket.on("drain", () => room.drained(member));
  ws.on("error", () => undefined); // ws ends the line by itself, and says why
  ws.on("close", gone);
}
