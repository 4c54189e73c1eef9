import type { Database } from "@guildhall/db";
import type { Logger } from "pino";
import type { z } from "zod";

export interface TaskRun {
  readonly database: Database;
  readonly logger: Logger;
  /** From 1; the last one is `max`. */
  readonly attempt: { readonly number: number; readonly max: number };
}

/** A job that can be enqueued. It runs at least once: what it does outside the database needs a stable key. */
export interface Task {
  readonly name: string;
  run(payload: unknown, run: TaskRun): Promise<void>;
}

/** Declares a task; throwing from `run` tries it again later, with growing pauses. */
export function defineTask<Schema extends z.ZodType>(definition: {
  name: string;
  payload: Schema;
  run(payload: z.output<Schema>, run: TaskRun): Promise<void>;
}): Task {
  return { name: definition.name, run: (payload, run) => definition.run(definition.payload.parse(payload), run) };
}

/** A task that runs by itself; `pattern` is crontab's five fields, in UTC. */
export interface Cron {
  readonly task: string;
  readonly pattern: string;
}
