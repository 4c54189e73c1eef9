import { z } from "zod";

/** What a page without script looks for, as it stands in the address. */
export const findSearch = z.object({ find: z.string().max(200).catch("").default("") });
