import type { Database } from "@guildhall/db";
import type { Sync } from "@guildhall/sync";
import { Hono } from "hono";
import { collectDefaultMetrics, Registry } from "prom-client";

interface Options {
  sync: Sync;
  database: Database;
  /** Of our own pages. */
  origin: string;
  draining: AbortSignal;
}

/** Rooms over HTTP, and for orchestration and monitoring: alive, ready, the figures. */
export function syncRoutes({ sync, database, origin, draining }: Options): Hono {
  const routes = new Hono();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  sync.register(registry);
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
  routes.all("/sync/:room", async (c) => {
    if (c.req.method !== "GET" && c.req.header("origin") !== origin) return c.json({ code: "core.wrong-origin" }, 403);
    return sync.fetch(c.req.raw);
  });
  return routes;
}
