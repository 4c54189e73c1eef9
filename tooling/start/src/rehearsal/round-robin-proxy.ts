import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

interface Upstream {
  readonly name: string;
  readonly address: string;
}

interface Proxy {
  readonly address: string;
  /** From now on it passes requests on to these, one after the other. */
  passTo(upstreams: readonly Upstream[]): void;
  close(): Promise<void>;
}

/** What apps/web/proxy does, as small as it can be; the answer's `x-served-by` tells which node it came from. */
export async function openProxy(): Promise<Proxy> {
  let nodes: readonly Upstream[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const node = nodes[turn++ % nodes.length];
    if (node) pass(incoming, outgoing, node);
    else outgoing.writeHead(503).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const place = server.address();
  if (typeof place !== "object" || !place) throw new Error("The proxy has no address.");
  return {
    address: `http://127.0.0.1:${place.port}`,
    passTo: (upstreams) => {
      nodes = upstreams;
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, { name, address }: Upstream): void {
  const before = incoming.headers["x-forwarded-for"];
  const headers = {
    ...incoming.headers,
    "x-forwarded-for": [before, incoming.socket.remoteAddress].filter(Boolean).join(", "),
    "x-forwarded-proto": "http",
    "x-forwarded-host": incoming.headers.host ?? "",
  };
  const onward = request(address + incoming.url, { method: incoming.method ?? "GET", headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, "x-served-by": name });
    answer.pipe(outgoing);
  });
  onward.on("error", () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
