import type { Id, Locale } from "@guildhall/core";
import type { Sender } from "../addresses/sender.ts";
import type { MessageReason } from "../messages/message.ts";

/** What became of one try to hand a message over. */
export type Outcome =
  | { readonly kind: "accepted" }
  /** The recipient's own server says: nobody here, and there will not be. */
  | { readonly kind: "bounced"; readonly reason: MessageReason }
  /** This message will never be taken, whatever the address is worth. */
  | { readonly kind: "failed"; readonly reason: MessageReason }
  /** Later, perhaps. `detail` is for the log: reply codes, no addresses. */
  | { readonly kind: "postponed"; readonly reason: MessageReason; readonly detail: string };

/** A mail as it goes over the wire; but for its date the same each time that it is tried. */
export interface OutgoingMail {
  /** Without brackets. */
  readonly messageId: string;
  readonly from: Sender;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: Locale;
  readonly unsubscribeUrl: string | null;
}

export interface OutgoingSms {
  readonly id: Id<"message">;
  readonly to: string;
  readonly text: string;
}

/** A way out of the house. It resolves to what became of the message; it throws only for its own defects. */
export interface Transport<Outgoing> {
  /** True where messages stay here to be read at /dev/mail and /dev/sms, secrets and all. */
  readonly embedded: boolean;
  deliver(message: Outgoing): Promise<Outcome>;
}
