import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { runSteps } from "../jobs/run-job.ts";

/** Where a rehearsed worker dies: the nth time that it comes by a step, or so many milliseconds after it began. */
export const deathSchema = z.object({
  urls: z.object({ owner: z.string(), app: z.string(), platform: z.string(), jobs: z.string() }),
  directory: z.string(),
  tenantId: idSchema("tenant"),
  runId: idSchema("import_run"),
  /** In one batch. */
  rows: z.int(),
  step: z.enum(runSteps).nullable(),
  at: z.int(),
});
export type Death = z.infer<typeof deathSchema>;
