import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

interface Call {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A gateway on this machine that answers as it is told and remembers what it was asked. */
export function useSmsGateway() {
  const calls: Call[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      calls.push({
        path: request.url,
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(parts).toString()),
      });
      response.writeHead(status, { location: "/elsewhere" }).end("an answer that nobody reads");
    });
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    calls.length = 0;
    status = 200;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    calls,
    url: (credentials = "") => `http://${credentials}127.0.0.1:${port}/v1/sms?route=otp`,
    answer: (next: number) => {
      status = next;
    },
  };
}
