import { median } from "../median.ts";
import type { Child } from "./child.ts";
import type { Load, Loaded } from "./load.ts";

/** A page under load, and how it did in each round. */
export interface Side {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rounds: Loaded[];
}

interface Under {
  readonly connections: number;
  readonly seconds: number;
}

export async function putUnderLoad(
  loader: Child<Load, Loaded>,
  { name, url, headers, rounds }: Side,
  under: Under,
): Promise<void> {
  const loaded = await loader.ask({ url, headers, ...under });
  if (loaded.failed > 0) throw new Error(`${loaded.failed} requests for ${name} failed.`);
  rounds.push(loaded);
}

/** The median of its rounds. */
export function typical({ rounds }: Side): Loaded {
  const of = (figure: keyof Loaded) => median(rounds.map((round) => round[figure]));
  return { perSecond: of("perSecond"), p50: of("p50"), p99: of("p99"), failed: of("failed") };
}
