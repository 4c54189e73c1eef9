import { median } from "./median.ts";

type Work = () => Promise<unknown>;

interface Options {
  readonly rounds: number;
  /** How often each side runs in a round. Few: a turn should be over before the machine has changed its mind. */
  readonly times: number;
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
export async function compare(subject: Work, peer: Work, { rounds, times }: Options): Promise<Comparison> {
  const spent = { subject: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds / 10; round++) {
    await repeat(subject, times); // plans, caches and compiled code, which do not count
    await repeat(peer, times);
  }
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0;
    if (first) spent.subject.push(...(await repeat(subject, times)));
    spent.peer.push(...(await repeat(peer, times)));
    if (!first) spent.subject.push(...(await repeat(subject, times)));
  }
  const [ours, theirs] = [median(spent.subject), median(spent.peer)];
  return { subject: ours, peer: theirs, ratio: ours / theirs };
}

async function repeat(work: Work, times: number): Promise<number[]> {
  const spent: number[] = [];
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now();
    await work();
    spent.push((performance.now() - startedAt) * 1_000);
  }
  return spent;
}
