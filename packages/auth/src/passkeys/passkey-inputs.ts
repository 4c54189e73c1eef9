import { lineSchema } from "@guildhall/core";
import { z } from "zod";

/** What its owner calls it: "Laptop", "the blue key". */
const passkeyName = lineSchema(60);
/** A credential's own id, in base64url. */
const passkeyId = z.string().regex(/^[\w-]{16,1400}$/, { error: "core.invalid" });

/** `credential` is what the browser answered, as text. */
export const addPasskeyInput = z.object({
  name: passkeyName,
  credential: z.string().max(20_000, { error: "auth.passkey-refused" }).default(""),
});
export const renamePasskeyInput = z.object({ passkey: passkeyId, name: passkeyName });
export const removePasskeyInput = z.object({ passkey: passkeyId });
