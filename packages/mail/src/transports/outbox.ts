import type { Transport } from "./transport.ts";

/** The embedded default: nothing leaves, and what would have is read at /dev/mail and /dev/sms. */
export const outbox: Transport<unknown> = {
  embedded: true,
  deliver: async () => ({ kind: "accepted" }),
};
