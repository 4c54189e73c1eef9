import type { MiddlewareHandler } from "hono";
import type { House } from "../house.ts";
import type { HttpEnv } from "./http-env.ts";
import type { Metrics } from "./metrics.ts";

/** One line a request, with its id; and its time, for the metrics. Assets and health checks are not worth a line. */
export function logRequests({ logger }: House, metrics: Metrics): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const seconds = (performance.now() - startedAt) / 1_000;
    metrics.answered(c.req.method, c.res.status, seconds);
    if (c.req.path.startsWith("/assets/") || quiet.has(c.req.path)) return;
    const line = {
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(seconds * 1_000),
    };
    if (c.res.status >= 500) logger.error(line, "answered");
    else logger.info(line, "answered");
  };
}

const quiet = new Set(["/healthz", "/readyz", "/metrics"]);
