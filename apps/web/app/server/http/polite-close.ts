import type { Server, ServerResponse } from "node:http";

const patience = 10_000;

/**
 * Returns what closes the server: it takes nothing new, what is under way is finished, and what is not after 10 s is cut.
 * Event streams have no end of their own, so they are cut at once; browsers open them again, at another node.
 */
export function politeClose(server: Server): () => Promise<void> {
  const streams = new Set<ServerResponse>();
  server.on("request", ({ headers }, response) => {
    if (!headers.accept?.includes("text/event-stream")) return;
    streams.add(response);
    response.once("close", () => streams.delete(response));
  });
  return async () => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const stream of streams) stream.destroy();
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const impatience = setTimeout(() => server.closeAllConnections(), patience);
    await closed;
    clearInterval(idle);
    clearTimeout(impatience);
  };
}
