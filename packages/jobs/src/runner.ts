import type { DatabaseUrls } from "@guildhall/config";
import { type Database, listen } from "@guildhall/db";
import type { Logger } from "pino";
import { outboxChannel } from "./facts/append-fact.ts";
import type { LiveBus } from "./live/live-bus.ts";
import { type Pace, productionPace } from "./pace.ts";
import type { Handler } from "./relay/handler.ts";
import { startRelay } from "./relay/relay.ts";
import type { OnStep } from "./relay/step.ts";
import { runTasks } from "./tasks/run-tasks.ts";
import type { Cron, Task } from "./tasks/task.ts";

export interface RunnerOptions {
  urls: Pick<DatabaseUrls, "platform" | "jobs">;
  database: Database;
  handlers: readonly Handler[];
  tasks: readonly Task[];
  crons: readonly Cron[];
  logger: Logger;
  /** Jobs at the same time in this process. */
  concurrency?: number;
  onStep?: OnStep;
  pace?: Partial<Pace>;
  /** Where pages that watch are told what has happened. */
  live: Pick<LiveBus, "tell">;
}

export interface Runner {
  /** Stops taking up work and resolves when what was taken up is done. */
  stop(): Promise<void>;
}

/** Everything that happens behind the pages: facts to handlers, scheduled facts, jobs and cron. */
export async function startRunner({
  urls,
  database,
  handlers,
  tasks,
  crons,
  logger,
  concurrency = 4,
  onStep,
  pace = {},
  live,
}: RunnerOptions): Promise<Runner> {
  refuseDoubles(handlers.map(({ name }) => name));
  refuseDoubles(tasks.map(({ name }) => name));
  const relay = startRelay({
    database,
    handlers,
    pace,
    announce: live.tell,
    onError: (error, where) => logger.error({ err: error, ...where }, "a fact was not handled"),
    ...(onStep && { onStep }),
  });
  const ear = listen({
    url: urls.platform,
    channels: [outboxChannel],
    onNotice: () => relay.wake(),
    onConnected: () => relay.wake(),
    onError: (error) => logger.warn({ err: error }, "the outbox listener was cut"),
  });
  const jobs = await runTasks({
    jobsUrl: urls.jobs,
    database,
    tasks,
    crons,
    logger,
    concurrency,
    pace: { ...productionPace, ...pace },
  });
  return {
    stop: async () => {
      await Promise.all([ear.close(), relay.stop(), jobs.stop()]);
    },
  };
}

function refuseDoubles(names: readonly string[]): void {
  const double = names.find((name, place) => names.indexOf(name) !== place);
  if (double) throw new Error(`Two handlers or tasks are called ${double}`);
}
