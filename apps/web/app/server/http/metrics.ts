import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { House } from "../house.ts";

export interface Metrics {
  answered(method: string, status: number, seconds: number): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What an installation tells its monitoring; no tenant's name or data is in it. */
export function openMetrics({ database, live, sync }: House): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "status"],
    registers: [registry],
  });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "From the first byte read to the answer's head",
    labelNames: ["method"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  new Gauge({
    name: "database_connections",
    help: "Connections by role and state",
    labelNames: ["role", "state"],
    registers: [registry],
    collect() {
      for (const [role, states] of Object.entries(database.pressure()))
        for (const [state, count] of Object.entries(states)) this.set({ role, state }, count);
    },
  });
  new Gauge({
    name: "live_watchers",
    help: "Pages that watch for what happens",
    registers: [registry],
    collect() {
      this.set(live.watchers());
    },
  });
  sync?.register(registry);
  return {
    answered: (method, status, seconds) => {
      requests.inc({ method, status: String(status) });
      durations.observe({ method }, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
