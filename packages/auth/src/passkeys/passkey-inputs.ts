import { lineSchema } from "@guildhall/core";
import { z } from "zod";

/** What its owner calls it: "Laptop", "the blue key". */
const passkeyName = lineSchema(60);
const passkeyId = z.string().max(1_400);

/** `credential` is what the browser answered, as text. */
export const addPasskeyInput = z.object({
  name: passkeyName,
  credential: z.string().max(20_000, { error: "auth.passkey-refused" }).default(""),
});
export const renamePasskeyInput = z.object({ passkey: passkeyId, name: passkeyName });
export const removePasskeyInput = z.object({ passkey: passkeyId });
