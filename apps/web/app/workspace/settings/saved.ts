import { z } from "zod";

/** The address of a settings page once it has been saved. */
export const savedSearch = z.object({ saved: z.string().max(10).optional() });
