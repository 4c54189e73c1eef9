import { once } from "node:events";
import { createServer } from "node:http";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import WebSocket, { WebSocketServer } from "ws";
import { framing, largestFramed } from "./message-frame.ts";

const sizes = [0, 1, 124, 125, 126, 127, 255, 256, 65, 16_383, largestFramed];

test("messages of any size that is framed here arrive as they were, between those that ws sends", async () => {
  const server = createServer();
  const door = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const framed = framing();
  const messages = sizes.map((size) => fc.sample(fc.uint8Array({ minLength: size, maxLength: size }), 1)[0]);
  server.on("upgrade", (request, socket, head) =>
    door.handleUpgrade(request, socket, head, (ws) => {
      for (const message of messages) {
        if (!message) continue;
        socket.write(framed(message));
        socket.write(framed(message));
        ws.send(message);
      }
      ws.close(1000);
    }),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("No port.");
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`);
  const heard: Buffer[] = [];
  client.on("message", (data) => Buffer.isBuffer(data) && heard.push(data));
  await once(client, "close");
  const sent = messages.flatMap((message) => (message ? [message, message, message] : []));
  expect(heard.map((data) => data.toString("hex"))).toEqual(sent.map((data) => Buffer.from(data).toString("hex")));
});
