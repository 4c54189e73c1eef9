import { z } from "zod";
import { steps } from "../relay/step.ts";

/** Where a rehearsed worker dies: the nth time that it comes by a step, or by any where `step` is null. */
export const deathSchema = z.object({
  urls: z.object({ owner: z.string(), app: z.string(), platform: z.string(), jobs: z.string() }),
  step: z.enum(steps).nullable(),
  at: z.int(),
});
export type Death = z.infer<typeof deathSchema>;
