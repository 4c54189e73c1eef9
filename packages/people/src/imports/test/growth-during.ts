import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";

setFlagsFromString("--expose-gc");
const collect = z.function({ input: [], output: z.void() }).implement(runInNewContext("gc"));

/** The most memory that work held on to beyond what was held before, looking again and again, in megabytes. */
export async function growthDuring(work: (look: () => void) => Promise<unknown>): Promise<number> {
  const held = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1024 / 1024;
  };
  const before = held();
  let most = before;
  let next = 0;
  // The work calls as it goes, since a timer gets no turn while pieces are at hand.
  const look = () => {
    if (performance.now() < next) return;
    most = Math.max(most, held());
    next = performance.now() + 200;
  };
  await work(look);
  most = Math.max(most, held());
  return most - before;
}
