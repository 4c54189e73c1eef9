import { expect, test, vi } from "vitest";
import { eventStream } from "./event-stream.ts";

test("a reader who leaves is told nothing more, and nobody minds", async () => {
  let send: (event: string, data: object) => void = () => undefined;
  let watching = true;
  const answer = eventStream(new AbortController().signal, (tell) => {
    send = tell;
    return () => {
      watching = false;
    };
  });
  await answer.body?.cancel();
  expect(watching).toBe(false);
  expect(() => send("fact", {})).not.toThrow();
});

test("what comes faster than it is read is told as one word, and the line stays open", async () => {
  let send: (event: string, data: object) => void = () => undefined;
  let watching = true;
  const answer = eventStream(new AbortController().signal, (tell) => {
    send = tell;
    return () => {
      watching = false;
    };
  });
  for (let n = 0; n < 1_000; n++) send("fact", { n });
  expect(watching).toBe(true);
  const reader = answer.body?.getReader();
  const told: string[] = [];
  while (told.at(-1) !== "event: again\ndata: {}\n\n")
    told.push(new TextDecoder().decode((await reader?.read())?.value));
  expect(told.length).toBeLessThan(100);
  send("fact", { n: "later" });
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain("later");
});

test("a reader who reads nothing from one heartbeat to the next is sent away", () => {
  vi.useFakeTimers();
  try {
    let send: (event: string, data: object) => void = () => undefined;
    let watching = true;
    eventStream(new AbortController().signal, (tell) => {
      send = tell;
      return () => {
        watching = false;
      };
    });
    for (let n = 0; n < 200; n++) send("fact", { n });
    vi.advanceTimersByTime(30_000);
    expect(watching).toBe(true);
    vi.advanceTimersByTime(30_000);
    expect(watching).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test("a line that is hung up ends, once", async () => {
  let hangUp: () => void = () => undefined;
  let watching = true;
  const answer = eventStream(new AbortController().signal, (_, end) => {
    hangUp = end;
    return () => {
      watching = false;
    };
  });
  hangUp();
  hangUp();
  expect(watching).toBe(false);
  expect(await answer.text()).toBe("retry: 2000\n\n");
});
