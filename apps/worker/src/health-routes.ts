import type { Database } from "@guildhall/db";
import { Hono } from "hono";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

interface Options {
  database: Database;
  draining: AbortSignal;
}

/** For orchestration and monitoring: alive, ready for work, and the figures. */
export function healthRoutes({ database, draining }: Options): Hono {
  const routes = new Hono();
  const registry = openRegistry(database);
  routes.get("/healthz", (c) => c.json({ status: "alive" }));
  routes.get("/readyz", async (c) => {
    if (draining.aborted) return c.json({ status: "draining" }, 503);
    try {
      await database.ping();
      return c.json({ status: "ready" });
    } catch {
      return c.json({ status: "no database" }, 503);
    }
  });
  routes.get("/metrics", async (c) => c.text(await registry.metrics(), 200, { "content-type": registry.contentType }));
  return routes;
}

function openRegistry(database: Database): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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
  return registry;
}
