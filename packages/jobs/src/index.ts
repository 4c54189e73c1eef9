export type { CallbackSource, StoredCallback } from "./callbacks/callback-source.ts";
export { storeCallback } from "./callbacks/store-callback.ts";
export { callbackTask } from "./callbacks/take-callback.ts";
export { actorColumns } from "./facts/actor-columns.ts";
export { appendFact } from "./facts/append-fact.ts";
export { factsAbout, findFact, readFacts } from "./facts/read-facts.ts";
export { cancelFact, scheduleFact } from "./facts/schedule-fact.ts";
export { type LiveBus, openLiveBus } from "./live/live-bus.ts";
export { type LiveNotice, liveNotices, readLiveNotice } from "./live/live-notice.ts";
export { listStuckFacts, retryStuckFact, type StuckFact } from "./operating/stuck-facts.ts";
export { countCap, getWorkFigures, type WorkFigures } from "./operating/work-figures.ts";
export { type Pace, productionPace } from "./pace.ts";
export { maxAttempts } from "./relay/attempts.ts";
export {
  dismissDelivery,
  type FailedDelivery,
  listFailedDeliveries,
  retryDelivery,
} from "./relay/failed-deliveries.ts";
export { type Fact, type Handler, onFact } from "./relay/handler.ts";
export { drainRelay } from "./relay/relay.ts";
export { type OnStep, type Step, steps } from "./relay/step.ts";
export { type Runner, type RunnerOptions, startRunner } from "./runner.ts";
export { enqueueJob } from "./tasks/enqueue-job.ts";
export { dismissJob, type FailedJob, listFailedJobs, retryJob } from "./tasks/failed-jobs.ts";
export { type Cron, defineTask, type Task, type TaskRun } from "./tasks/task.ts";
