import { createServer, type Socket } from "node:net";

/** Just enough of Redis to publish and subscribe (RESP3), for a test that must not ask for a real one. */
export interface RedisStandIn {
  readonly url: string;
  /** Cuts every connection and refuses new ones, until opened again at the same place. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function openRedisStandIn(): Promise<RedisStandIn> {
  const subscribers = new Set<Socket>();
  const sockets = new Set<Socket>();
  let port = 0;
  const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

  const answer = (socket: Socket, [command = "", ...rest]: string[]): void => {
    if (command === "subscribe") {
      subscribers.add(socket);
      socket.write(`>3\r\n${bulk("subscribe")}${bulk(rest[0] ?? "")}:1\r\n`);
    } else if (command === "publish") {
      for (const subscriber of subscribers)
        subscriber.write(`>3\r\n${bulk("message")}${bulk(rest[0] ?? "")}${bulk(rest[1] ?? "")}`);
      socket.write(`:${subscribers.size}\r\n`);
    } else if (command === "info") socket.write(bulk("redis_version:8.0.0\r\nloading:0"));
    else socket.write("+OK\r\n");
  };

  const serve = (socket: Socket): void => {
    sockets.add(socket);
    let read = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      read += chunk;
      for (let words = takeCommand(); words; words = takeCommand()) answer(socket, words);
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      sockets.delete(socket);
      subscribers.delete(socket);
    });
    /** `*N` and then N of `$length`, text. Texts here hold no line ends. */
    const takeCommand = (): string[] | null => {
      const lines = read.split("\r\n");
      const count = Number(lines[0]?.slice(1));
      if (!read.startsWith("*") || lines.length < count * 2 + 2) return null;
      const words = Array.from({ length: count }, (_, n) => lines[n * 2 + 2] ?? "");
      read = lines.slice(count * 2 + 1).join("\r\n");
      return [words[0]?.toLowerCase() ?? "", ...words.slice(1)];
    };
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
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
