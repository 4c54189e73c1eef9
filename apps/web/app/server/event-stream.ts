type Send = (event: string, data: object) => void;

const heartbeat = 25_000;
const backlogLimit = 64;
/** Tells a page that it may have missed something, so that it loads what it shows. */
const again = "event: again\ndata: {}\n\n";

/**
 * Answers with server-sent events until the reader leaves. What comes faster than it is read is told as one `again` once
 * the reader has caught up: a thousand facts of one import are one of them. One who read nothing between two heartbeats
 * is sent away; the browser comes back by itself. `end` hangs up.
 */
export function eventStream(signal: AbortSignal, subscribe: (send: Send, end: () => void) => () => void): Response {
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  let catchUp: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let left = false;
        let missed = false;
        let unread = 0;
        const write = (text: string) => {
          if (left) return;
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
          else missed = true;
        };
        const end = () => {
          if (left) return;
          leave();
          controller.close();
        };
        const beat = () => {
          if (missed && ++unread > 1) end();
          else if (!missed) write(": here\n\n");
        };
        catchUp = () => {
          unread = 0;
          if (!missed) return;
          missed = false;
          write(again);
        };
        const unsubscribe = subscribe(
          (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
          end,
        );
        const beating = setInterval(beat, heartbeat);
        leave = () => {
          left = true;
          clearInterval(beating);
          unsubscribe();
        };
        signal.addEventListener("abort", () => leave(), { once: true });
        write("retry: 2000\n\n");
      },
      pull: () => catchUp(),
      cancel: () => leave(),
    },
    new CountQueuingStrategy({ highWaterMark: backlogLimit }),
  );
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
