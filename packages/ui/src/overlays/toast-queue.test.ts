import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ToastQueue } from "./toast-queue.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const words = (queue: ToastQueue) => queue.list().map(({ text }) => text);

test("a word goes by itself; one with an act stays longer; a problem stays", () => {
  const queue = new ToastQueue();
  queue.add({ text: "plain" });
  queue.add({ text: "undo", undo: () => undefined });
  queue.add({ text: "problem", tone: "problem" });
  vi.advanceTimersByTime(6_000);
  expect(words(queue)).toEqual(["undo", "problem"]);
  vi.advanceTimersByTime(4_000);
  expect(words(queue)).toEqual(["problem"]);
  vi.advanceTimersByTime(3_600_000);
  expect(words(queue)).toEqual(["problem"]);
});

test("while somebody reads, nothing goes, nor what comes then", () => {
  const queue = new ToastQueue();
  queue.add({ text: "first" });
  queue.hold();
  queue.add({ text: "second" });
  vi.advanceTimersByTime(60_000);
  expect(words(queue)).toEqual(["first", "second"]);
  queue.release();
  vi.advanceTimersByTime(6_000);
  expect(words(queue)).toEqual([]);
});

test("the oldest makes room, and listeners hear of each change", () => {
  const queue = new ToastQueue();
  const heard = vi.fn();
  const leave = queue.subscribe(heard);
  const ids = ["a", "b", "c", "d", "e"].map((text) => queue.add({ text }));
  expect(words(queue)).toEqual(["b", "c", "d", "e"]);
  queue.dismiss(ids[4] ?? 0);
  expect(heard).toHaveBeenCalledTimes(6);
  leave();
  queue.add({ text: "f" });
  expect(heard).toHaveBeenCalledTimes(6);
});
