import type { Server } from "node:http";

/** Listens on `port`, or on the next one that is free, up to twenty further; returns which. */
export async function listenOnFreePort(server: Server, port: number, host: string): Promise<number> {
  for (let candidate = port; ; candidate++) {
    const outcome = await tryListen(server, candidate, host);
    if (outcome === "listening") {
      const address = server.address();
      return typeof address === "object" && address ? address.port : candidate;
    }
    if (port === 0 || candidate >= port + 20) throw outcome;
  }
}

function tryListen(server: Server, port: number, host: string): Promise<"listening" | Error> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(error);
      else reject(error);
    };
    const onListening = () => {
      server.off("error", onError);
      resolve("listening");
    };
    server.once("error", onError);
    server.once("listening", onListening);
    server.listen(port, host);
  });
}
