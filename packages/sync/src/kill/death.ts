import { idSchema } from "@guildhall/core";
import { z } from "zod";

/** What a node does that a death may come between. */
export const steps = [
  "load",
  "before the commit",
  "while it commits",
  "after the commit",
  "after it was said",
] as const;
export type Step = (typeof steps)[number];

/** Where a rehearsed node dies: the nth time that it comes by a step, or by any where `step` is null. */
export const deathSchema = z.object({
  urls: z.object({ owner: z.string(), app: z.string(), platform: z.string(), jobs: z.string() }),
  room: z.object({ tenantId: idSchema("tenant"), id: idSchema("sync_room"), generation: z.int() }),
  port: z.int(),
  step: z.enum(steps).nullable(),
  at: z.int(),
});
export type Death = z.infer<typeof deathSchema>;
