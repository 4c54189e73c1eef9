type Send = (event: string, data: object) => void;

const heartbeat = 25_000;
const backlogLimit = 64;

/**
 * Answers with server-sent events until the reader leaves. One who reads too slowly is sent away: the browser comes
 * back by itself and the page loads what it missed. `end` hangs up.
 */
export function eventStream(signal: AbortSignal, subscribe: (send: Send, end: () => void) => () => void): Response {
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let left = false;
        const write = (text: string) => {
          if (left) return;
          if ((controller.desiredSize ?? 0) > -backlogLimit) controller.enqueue(encoder.encode(text));
          else end();
        };
        const end = () => {
          if (left) return;
          leave();
          controller.close();
        };
        const unsubscribe = subscribe(
          (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
          end,
        );
        const beat = setInterval(() => write(": here\n\n"), heartbeat);
        leave = () => {
          left = true;
          clearInterval(beat);
          unsubscribe();
        };
        signal.addEventListener("abort", () => leave(), { once: true });
        write("retry: 2000\n\n");
      },
      cancel() {
        leave();
      },
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  );
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
