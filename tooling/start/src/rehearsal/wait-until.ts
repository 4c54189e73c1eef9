import { setTimeout as pause } from "node:timers/promises";

const look = 25;

/** Resolves with what `condition` gives as soon as that is something; rejects, saying what was awaited, when time is up. */
export async function waitUntil<Result>(
  what: string,
  within: number,
  condition: () => Promise<Result | null | false | undefined> | Result | null | false | undefined,
): Promise<Result> {
  const deadline = performance.now() + within;
  for (;;) {
    const result = await condition();
    if (result !== null && result !== false && result !== undefined) return result;
    if (performance.now() > deadline) throw new Error(`Not within ${within / 1_000} s: ${what}`);
    await pause(look);
  }
}
