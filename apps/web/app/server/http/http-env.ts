import type { HttpBindings } from "@hono/node-server";

/** What every request carries on its way in. */
export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: { requestId: string; nonce: string };
}
