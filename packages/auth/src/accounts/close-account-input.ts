import { z } from "zod";

/** Their own address, typed by hand: what nobody does by accident. */
export const closeAccountInput = z.object({
  confirmation: z
    .string({ error: "auth.email-differs" })
    .max(320, { error: "auth.email-differs" })
    .transform((text) => text.normalize("NFKC").trim().toLowerCase()),
});
