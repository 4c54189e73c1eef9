import { z } from "zod";

/** As many as are asked for in one request. */
export const mostAtOnce = 20;

/** Blocks that a page asks for. What their parameters may be, each kind says. */
export const livePartsInput = z.object({
  questions: z
    .array(z.object({ kind: z.string().max(60), params: z.record(z.string().max(60), z.unknown()) }))
    .max(mostAtOnce),
});
