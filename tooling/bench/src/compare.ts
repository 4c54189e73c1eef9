import { median } from "./median.ts";

type Work = () => Promise<unknown>;

interface Options {
  readonly rounds: number;
  /** How often each side runs in a round. Few: a turn should be over before the machine has changed its mind. */
  readonly times: number;
  /**
   * How many run at once. One alone mostly measures on which core the system happened to put which process; several
   * keep all cores busy, and measure the work.
   */
  readonly lanes: number;
}

export interface Comparison {
  /** Medians, in microseconds. */
  readonly subject: number;
  readonly peer: number;
  readonly ratio: number;
}

/**
 * Times two sides against each other, one after the other in short turns whose order alternates, so that what else the
 * machine does falls on both.
 */
export async function compare(subject: Work, peer: Work, { rounds, times, lanes }: Options): Promise<Comparison> {
  const spent = { subject: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds / 10; round++) {
    await turn(subject, times, lanes); // plans, caches and compiled code, which do not count
    await turn(peer, times, lanes);
  }
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0;
    if (first) spent.subject.push(await turn(subject, times, lanes));
    spent.peer.push(await turn(peer, times, lanes));
    if (!first) spent.subject.push(await turn(subject, times, lanes));
  }
  const [ours, theirs] = [median(spent.subject), median(spent.peer)];
  return { subject: ours, peer: theirs, ratio: ours / theirs };
}

/** Microseconds for each piece of work, over a turn of `times` in each lane. */
async function turn(work: Work, times: number, lanes: number): Promise<number> {
  const startedAt = performance.now();
  const lane = async () => {
    for (let time = 0; time < times; time++) await work();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ((performance.now() - startedAt) * 1_000) / (times * lanes);
}
