import { EventEmitter } from "node:events";
import type { Database } from "@guildhall/db";
import {
  Logger as GraphileLogger,
  parseCronItems,
  run as runGraphile,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import pg from "pg";
import type { Logger } from "pino";
import type { Pace } from "../pace.ts";
import { keepAlive } from "./keep-alive.ts";
import type { Cron, Task } from "./task.ts";

interface Options {
  /** Connects as guildhall_jobs, the owner of the queue. */
  jobsUrl: string;
  database: Database;
  tasks: readonly Task[];
  crons: readonly Cron[];
  logger: Logger;
  concurrency: number;
  pace: Pace;
}

/** Runs jobs and cron with graphile-worker until stopped; jobs of a process that died go to the next one. */
export async function runTasks({
  jobsUrl,
  database,
  tasks,
  crons,
  logger,
  concurrency,
  pace,
}: Options): Promise<{ stop(): Promise<void> }> {
  const pgPool = new pg.Pool({ connectionString: jobsUrl, max: concurrency + 2 });
  pgPool.on("error", (error) => logger.warn({ err: error }, "a job connection was cut"));
  pgPool.on("connect", (client) => client.on("error", () => undefined));

  const events: WorkerEvents = new EventEmitter();
  const pools: string[] = []; // what graphile-worker locks jobs by: the pool, not its workers
  events.on("pool:create", ({ workerPool }) => pools.push(workerPool.id));

  const runner = await runGraphile({
    pgPool,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: pace.poll,
    logger: new GraphileLogger(
      (scope) => (level, message) =>
        logger[level === "warning" ? "warn" : level === "info" ? "debug" : level]({ scope }, message),
    ),
    taskList: taskList({ tasks, database, logger }),
    parsedCronItems: parseCronItems(
      crons.map(({ task, pattern }) => ({ task, match: pattern, identifier: task, options: { maxAttempts: 3 } })),
    ),
  });
  const heart = await keepAlive({
    database,
    pgPool,
    pools,
    pace,
    onError: (error) => logger.warn({ err: error }, "heartbeat"),
  });

  return {
    stop: async () => {
      await runner.stop();
      await heart.stop();
      await pgPool.end();
    },
  };
}

function taskList({ tasks, database, logger }: Pick<Options, "tasks" | "database" | "logger">): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload, { job }) => {
        const log = logger.child({ task: task.name, job: job.id, attempt: job.attempts });
        await task.run(payload, { database, logger: log, attempt: { number: job.attempts, max: job.max_attempts } });
        log.debug("job done");
      },
    ]),
  );
}
