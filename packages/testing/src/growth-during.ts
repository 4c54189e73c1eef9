import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

const betweenLooks = 200;

/**
 * The most memory that work held on to beyond what was held before, in megabytes: what could have been let go is let go
 * before each look. It is looked at every few moments; work whose pieces are all at hand, and which therefore leaves no
 * timer a turn, calls `look` as it goes.
 */
export async function growthDuring(work: (look: () => void) => Promise<unknown>): Promise<number> {
  const before = held();
  let most = before;
  let next = 0;
  const look = () => {
    if (performance.now() < next) return;
    most = Math.max(most, held());
    next = performance.now() + betweenLooks;
  };
  const looking = setInterval(look, betweenLooks);
  try {
    await work(look);
  } finally {
    clearInterval(looking);
  }
  return Math.max(most, held()) - before;
}

function held(): number {
  if (typeof collect !== "function") throw new Error("There is no gc() to call.");
  collect();
  collect(); // what the first let go of is counted as gone only then
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
