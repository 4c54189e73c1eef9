import { expect, test } from "vitest";
import { stagedTime } from "../test/staged-time.ts";
import { Questions } from "./questions.ts";

/** Questions about numbers, each of which takes ten milliseconds. */
function play(atOnce: number) {
  const time = stagedTime();
  const asked: number[] = [];
  const errors: unknown[] = [];
  let [under, most, away] = [0, 0, false];
  const questions = new Questions<number>({
    atOnce,
    pause: 1_000,
    time,
    onError: (error) => void errors.push(error),
    ask: async (about) => {
      asked.push(about);
      most = Math.max(most, ++under);
      await time.sleep(10);
      under -= 1;
      if (away) throw new Error("away");
    },
  });
  return {
    questions,
    time,
    asked,
    errors,
    setAway: (now: boolean) => {
      away = now;
    },
    most: () => most,
  };
}

const many = Array.from({ length: 100 }, (_, n) => n);

test.each([
  [4, 4],
  [Number.POSITIVE_INFINITY, 100],
])("a hundred questions are asked %s at once", async (atOnce, most) => {
  const stage = play(atOnce);
  for (const about of many) stage.questions.sometime(about);
  await stage.time.pass(1_000);
  expect(stage.asked).toEqual(many);
  expect(stage.most()).toBe(most);
});

test("what is urgent is asked before what is not, and once", async () => {
  const stage = play(1);
  for (const about of many) stage.questions.sometime(about);
  stage.questions.soon(99);
  await stage.time.pass(2_000);
  expect(stage.asked.indexOf(99)).toBe(1);
  expect(stage.asked).toHaveLength(100);
});

test("what changes while it is asked is asked again, and not before the answer", async () => {
  const stage = play(4);
  stage.questions.soon(1);
  await stage.time.pass(5);
  stage.questions.soon(1);
  await stage.time.pass(4);
  expect(stage.asked).toEqual([1]);
  await stage.time.pass(20);
  expect(stage.asked).toEqual([1, 1]);
});

test("while nobody answers it is asked a few times a second and no more; then all are asked", async () => {
  const stage = play(4);
  stage.setAway(true);
  for (const about of many) stage.questions.soon(about);
  await stage.time.pass(10_000);
  expect(stage.errors.length).toBeLessThanOrEqual(44);
  stage.setAway(false);
  stage.asked.length = 0;
  await stage.time.pass(3_000);
  expect(new Set(stage.asked).size).toBe(100);
  stage.asked.length = 0;
  stage.questions.soon(1);
  stage.questions.forget(1);
  await stage.time.pass(100);
  expect(stage.asked).toEqual([1]);
});

test("one that always fails keeps no other waiting", async () => {
  const time = stagedTime();
  const asked: number[] = [];
  const questions = new Questions<number>({
    atOnce: 1,
    pause: 1_000,
    time,
    onError: () => undefined,
    ask: async (about) => {
      asked.push(about);
      await time.sleep(10);
      if (about === 0) throw new Error("always");
    },
  });
  questions.soon(0);
  for (const about of many.slice(1)) questions.sometime(about);
  await time.pass(3_000);
  expect(new Set(asked).size).toBe(100);
});
