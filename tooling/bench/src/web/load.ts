import autocannon from "autocannon";

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

process.on("message", (load: Load) => void run(load).then((loaded) => process.send?.(loaded)));
process.once("disconnect", () => process.exit(0));

async function run({ url, headers, connections, seconds }: Load): Promise<Loaded> {
  const { requests, duration, latency, non2xx, errors } = await autocannon({
    url,
    headers: { ...headers },
    connections,
    duration: seconds,
  });
  return { perSecond: requests.total / duration, p50: latency.p50, p99: latency.p99, failed: non2xx + errors };
}
