import { Hono } from "hono";
import type { House } from "../house.ts";
import type { HttpEnv } from "./http-env.ts";
import type { Metrics } from "./metrics.ts";

interface Options {
  house: House;
  metrics: Metrics;
  draining: AbortSignal;
}

/** For load balancers and monitoring: alive, ready for requests, and the figures. */
export function healthRoutes({ house, metrics, draining }: Options): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get("/healthz", (c) => c.json({ status: "alive" }));
  routes.get("/readyz", async (c) => {
    if (draining.aborted) return c.json({ status: "draining" }, 503);
    try {
      await house.database.ping();
      return c.json({ status: "ready" });
    } catch {
      return c.json({ status: "no database" }, 503);
    }
  });
  routes.get("/metrics", async (c) => c.text(await metrics.text(), 200, { "content-type": metrics.contentType }));
  return routes;
}
