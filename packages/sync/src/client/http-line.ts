import { type EndReason, endOfStatus } from "./room-state.ts";

/** A room over HTTP, where a WebSocket is too narrow or does not get through. */
export interface HttpLine {
  /** Why one may not enter; null where one may, or where nobody answers. */
  ask(): Promise<{ readonly answered: boolean; readonly ended: EndReason | null }>;
  /** All that one lacks who has what `vector` says. */
  pull(vector: Uint8Array): Promise<Uint8Array>;
  /** Resolves once the update is stored. */
  push(update: Uint8Array): Promise<void>;
}

export class HttpRefusal extends Error {
  readonly ended: EndReason | null;

  constructor(status: number) {
    super(`The room answers ${status}.`);
    this.ended = endOfStatus(status);
  }
}

export function httpLine(url: () => string, send: typeof fetch = fetch): HttpLine {
  const call = async (init: RequestInit): Promise<Response> => {
    const response = await send(url(), { credentials: "same-origin", ...init });
    if (!response.ok) throw new HttpRefusal(response.status);
    return response;
  };
  return {
    ask: async () => {
      try {
        await call({ method: "GET" });
        return { answered: true, ended: null };
      } catch (error) {
        return { answered: false, ended: error instanceof HttpRefusal ? error.ended : null };
      }
    },
    pull: async (vector) => {
      const response = await call({ method: "POST", body: Uint8Array.from(vector) });
      return new Uint8Array(await response.arrayBuffer());
    },
    push: async (update) => {
      await call({ method: "PUT", body: Uint8Array.from(update) });
    },
  };
}
