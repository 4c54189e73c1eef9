import { expect, test } from "vitest";
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

test("a reader who does not read is sent away before the memory fills", async () => {
  let send: (event: string, data: object) => void = () => undefined;
  let watching = true;
  eventStream(new AbortController().signal, (tell) => {
    send = tell;
    return () => {
      watching = false;
    };
  });
  for (let n = 0; n < 200; n++) send("fact", { n });
  expect(watching).toBe(false);
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
