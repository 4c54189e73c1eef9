type Send = (event: string, data: object) => void;

const heartbeat = 25_000;
const backlogLimit = 64;

/**
 * Answers with server-sent events until the reader leaves. One who reads too slowly is sent away: the browser comes
 * back by itself and the page loads what it missed.
 */
export function eventStream(signal: AbortSignal, subscribe: (send: Send) => () => void): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) < -backlogLimit) leave();
          else controller.enqueue(encoder.encode(text));
        };
        const unsubscribe = subscribe((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        const beat = setInterval(() => write(": here\n\n"), heartbeat);
        let left = false;
        const leave = () => {
          if (left) return;
          left = true;
          clearInterval(beat);
          unsubscribe();
          controller.close();
        };
        signal.addEventListener("abort", leave, { once: true });
        write("retry: 2000\n\n");
      },
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  );
  return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" } });
}
