import { z } from "zod";
import { passwordSchema } from "../passwords/password-schema.ts";
import type { TokenKind } from "../tokens/credential-token.ts";
import { emailSchema } from "../users/user.ts";

const payload = z.object({ email: emailSchema });

/** The link in a reset mail. Worthless once its account has another address. */
export const resetKind: TokenKind<typeof payload> = { purpose: "reset-password", payload, seconds: 3_600 };

export const askForResetInput = z.object({ email: emailSchema });
export const resetPasswordInput = z.object({ password: passwordSchema });
export const sendResetLinkJob = "auth.send-reset-link";
