export interface EventReader {
  /** The data of every event so far, as text. */
  readonly events: readonly string[];
  /** Resolves when the stream ends, whoever ended it. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Reads server-sent events as a browser's EventSource would; resolves once the stream is open. */
export async function readEvents(address: string, cookie: string): Promise<EventReader> {
  const leaving = new AbortController();
  const answer = await fetch(address, { headers: { accept: "text/event-stream", cookie }, signal: leaving.signal });
  if (!answer.ok || !answer.body) throw new Error(`No events at ${address}: ${answer.status}`);
  const events: string[] = [];
  return { events, ended: collect(answer.body, events), leave: () => leaving.abort() };
}

async function collect(body: ReadableStream<Uint8Array>, events: string[]): Promise<void> {
  const decoder = new TextDecoder();
  let open = "";
  try {
    for await (const chunk of body) {
      const blocks = (open + decoder.decode(chunk, { stream: true })).split("\n\n");
      open = blocks.pop() ?? "";
      for (const block of blocks) events.push(...[...block.matchAll(/^data: (.*)$/gm)].map(([, data = ""]) => data));
    }
  } catch {
    // Cut off: that is one of the ways in which a stream ends.
  }
}
