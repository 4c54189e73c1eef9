import { idSchema } from "@guildhall/core";
import { z } from "zod";
import type { TokenKind } from "../tokens/credential-token.ts";
import { emailSchema } from "../users/user.ts";

const changePayload = z.object({ changeId: idSchema("email_change"), side: z.enum(["old", "new"]) });

/** The link in a mail to either address of a change: its reader agrees, or refuses. */
export const emailChangeKind: TokenKind<typeof changePayload> = {
  purpose: "email-change",
  payload: changePayload,
  seconds: 86_400,
};

const verifyPayload = z.object({ email: emailSchema });

/** The link in a mail to an account's own address, which nobody has proved yet. */
export const verifyEmailKind: TokenKind<typeof verifyPayload> = {
  purpose: "verify-email",
  payload: verifyPayload,
  seconds: 86_400,
};

export type Side = z.output<typeof changePayload>["side"];
export const changeEmailInput = z.object({ email: emailSchema });
export const sendEmailChangeLinksJob = "auth.send-email-change-links";

/** An account on its way to another address. */
export interface EmailChange {
  readonly oldEmail: string;
  readonly newEmail: string;
  readonly oldConfirmed: boolean;
  readonly newConfirmed: boolean;
  readonly expiresAt: Date;
}
