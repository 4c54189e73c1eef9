import { maxAttempts, pauseAfter } from "./relay/attempts.ts";

/** How fast the runner's clocks tick, in milliseconds. Production keeps the defaults; rehearsals of failure hurry. */
export interface Pace {
  /** How long the relay sleeps when nothing calls. */
  readonly idle: number;
  /** How long one handler may take over one fact; longer work belongs in a job. */
  readonly handlerLimit: number;
  /** The pause after the first, second … attempt at a delivery. */
  readonly pauses: readonly number[];
  /** How often a process says that it lives. */
  readonly beat: number;
  /** After how long without a word its jobs go to the others. */
  readonly silence: number;
  /** How often jobs are looked for when nothing calls. */
  readonly poll: number;
}

export const productionPace: Pace = {
  idle: 1_000,
  handlerLimit: 30_000,
  pauses: Array.from({ length: maxAttempts }, (_, n) => pauseAfter(n + 1)),
  beat: 5_000,
  silence: 20_000,
  poll: 1_000,
};
