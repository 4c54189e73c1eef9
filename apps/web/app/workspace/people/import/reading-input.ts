import { delimiters, encodings } from "@guildhall/people/schemas";
import { z } from "zod";

const left = z.literal("").transform(() => undefined);

/** How a file is to be read; what is left out is found by looking at it. */
export const readingInput = z.object({
  encoding: z.union([left, z.enum(encodings)]).optional(),
  delimiter: z.union([left, z.enum(delimiters)]).optional(),
  sheet: z.coerce.number().int().min(0).max(999).optional(),
  headerRow: z.coerce.number().int().min(0).max(1_000).optional(),
});
