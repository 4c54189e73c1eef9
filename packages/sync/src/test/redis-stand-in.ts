import { createServer, type Socket } from "node:net";

/** Just enough of Redis (RESP3) to publish and subscribe to channels with bytes, for a test that must not ask for a real one. */
export interface RedisStandIn {
  readonly url: string;
  /** Cuts every connection and refuses new ones, until started again at the same place. */
  stop(): Promise<void>;
  start(): Promise<void>;
  readonly published: number;
}

const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`;

/** `*N` and then N of `$length`, bytes; one character stands for one byte. */
function takeCommand(read: string): { words: string[]; rest: string } | null {
  const head = /^\*(\d+)\r\n/.exec(read);
  if (!head) return null;
  let at = head[0].length;
  const words: string[] = [];
  for (let n = Number(head[1]); n > 0; n--) {
    const size = /^\$(\d+)\r\n/.exec(read.slice(at, at + 20));
    if (!size) return null;
    const from = at + size[0].length;
    at = from + Number(size[1]) + 2;
    if (read.length < at) return null;
    words.push(read.slice(from, at - 2));
  }
  return { words, rest: read.slice(at) };
}

export async function openRedisStandIn(): Promise<RedisStandIn> {
  const rooms = new Map<Socket, Set<string>>();
  let port = 0;
  let published = 0;
  const answer = (socket: Socket, [command = "", ...rest]: string[]): void => {
    const channels = rooms.get(socket) ?? new Set();
    const [channel = "", message = ""] = rest;
    const say = (text: string, to = socket) => void to.write(text, "latin1");
    switch (command.toLowerCase()) {
      case "subscribe":
      case "unsubscribe":
        for (const each of rest) {
          if (command.toLowerCase() === "subscribe") channels.add(each);
          else channels.delete(each);
          say(`>3\r\n${bulk(command.toLowerCase())}${bulk(each)}:${channels.size}\r\n`);
        }
        return;
      case "publish":
        published += 1;
        for (const [to, heard] of rooms)
          if (heard.has(channel)) say(`>3\r\n${bulk("message")}${bulk(channel)}${bulk(message)}`, to);
        return say(":1\r\n");
      case "info":
        return say(bulk("redis_version:8.0.0\r\nloading:0"));
      default:
        return say("+OK\r\n");
    }
  };
  const serve = (socket: Socket): void => {
    rooms.set(socket, new Set());
    let read = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      read += chunk;
      for (let next = takeCommand(read); next; next = takeCommand(read)) {
        read = next.rest;
        answer(socket, next.words);
      }
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => rooms.delete(socket));
  };
  let server = createServer(serve);
  const start = async (): Promise<void> => {
    server = createServer(serve);
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
    const address = server.address();
    if (typeof address === "object" && address) port = address.port;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of rooms.keys()) socket.destroy();
      await closed;
    },
    get published() {
      return published;
    },
  };
}
