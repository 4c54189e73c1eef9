import type { Id, Locale } from "@guildhall/core";
import type { Channel } from "../addresses/address.ts";
import type { Purpose } from "../purpose.ts";

export type MessageState = "queued" | "sent" | "suppressed" | "failed" | "bounced";

/** Where a message may go from each state; what has no way out is final. */
export const messageMoves = {
  queued: ["sent", "suppressed", "failed", "bounced"],
  sent: ["bounced"], // a refusal may come days after the server took it
  suppressed: [],
  failed: [],
  bounced: [],
} as const satisfies Record<MessageState, readonly MessageState[]>;

/** Why a message was suppressed, failed or bounced. Codes, so that they can be counted and put into words. */
export type MessageReason =
  | "no-consent"
  | "address-suppressed"
  | "house-suspended"
  | "erased"
  | "malformed"
  | "template-unknown"
  | "content-refused"
  | "sender-refused"
  | "server-unreachable"
  | "recipient-deferred"
  | "mailbox-full"
  | "hard-bounce"
  | "complaint";

/** A message waiting to be sent, claimed by this transaction. */
export interface QueuedMessage {
  readonly id: Id<"message">;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly template: string;
  readonly locale: Locale;
  readonly recipient: string;
  readonly input: unknown;
}

/** The states from which a message may come to `state`. */
export function statesBefore(state: MessageState): readonly MessageState[] {
  return states.filter((from) => messageMoves[from].some((to) => to === state));
}

const states = ["queued", "sent", "suppressed", "failed", "bounced"] as const satisfies readonly MessageState[];
