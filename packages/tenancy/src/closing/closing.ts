import { z } from "zod";

const day = 86_400_000;

/** How long a hall that was given up can still be kept. */
export const graceDays = 14;
export const graceMs = graceDays * day;

/** The hall's address, typed out: nobody closes a hall by a slip of the hand. */
export const startClosingInput = z.object({
  slug: z.string({ error: "tenancy.slug-mismatch" }).trim().toLowerCase().max(60, { error: "tenancy.slug-mismatch" }),
});
