import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TinySite extends AsyncDisposable {
  readonly url: string;
}

/** Serves a few pages on a free port until disposed. */
export async function tinySite(pages: Record<string, Answer>): Promise<TinySite> {
  const server = createServer((request, response) => {
    const answer = pages[`${request.method} ${request.url}`] ?? notFound;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole page around the body, ready for a phone and free of what axe would mind. */
export function html(body: string, headers: Record<string, string> = {}): Answer {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tiny</title>
    <meta name="viewport" content="width=device-width"></head><body><main><h1>Tiny</h1>${body}</main></body></html>`;
  return (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(page);
}

function notFound(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end();
}
