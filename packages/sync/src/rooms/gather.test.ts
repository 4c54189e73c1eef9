import { expect, test } from "vitest";
import { Gather } from "./gather.ts";

/** A room of which each round takes so long, and to which changes come so far apart; when each of them was told. */
function play({ took, apart, until }: { took: number; apart: number; until: number }) {
  let now = 0;
  const gather = new Gather({ time: { now: () => now, after: () => () => undefined }, pace: { gather: 3 } });
  const waits: number[] = [];
  let [rounds, busy] = [0, 0];
  for (let come = 0; come < until; ) {
    now = Math.max(now, come);
    now += gather.wait();
    let count = 0;
    for (; come <= now; come += apart, count++) waits.push(now - come);
    gather.begun();
    now += took;
    gather.told(count);
    rounds += 1;
    busy += took;
  }
  return { waits, rounds, busy: busy / now };
}

test("a letter now and then goes out at once, and so do a few in a row", () => {
  const { waits } = play({ took: 0.1, apart: 50, until: 2_000 });
  expect(Math.max(...waits)).toBe(0);
});

test("what comes without a pause goes out together, and nothing waits for long", () => {
  const { waits, rounds } = play({ took: 0.1, apart: 0.1, until: 1_000 });
  expect(rounds).toBeLessThan(1_000 / 3 + 100);
  expect(Math.max(...waits)).toBeLessThan(4);
});

test("where telling takes long, few changes do not take up all the time, and many are not held back", () => {
  const few = play({ took: 5, apart: 10, until: 4_000 });
  expect(few.busy).toBeLessThan(0.35);
  expect(Math.max(...few.waits)).toBeLessThan(45);
  const many = play({ took: 5, apart: 0.05, until: 4_000 });
  expect(many.busy).toBeGreaterThan(0.8);
});
