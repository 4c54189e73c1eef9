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
    const status = leftEarly(c.req.raw.signal, c.res.status) ? 499 : c.res.status;
    metrics.answered(c.req.method, status, seconds);
    if (c.req.path.startsWith("/assets/") || quiet.has(c.req.path)) return;
    const line = {
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(seconds * 1_000),
    };
    if (status >= 500) logger.error(line, "answered");
    else logger.info(line, "answered");
  };
}

/** Whoever leaves before the answer breaks off its making: no fault of the house. 499 is what nginx calls it. */
function leftEarly(signal: AbortSignal, status: number): boolean {
  return signal.aborted && status >= 500;
}

const quiet = new Set(["/healthz", "/readyz", "/metrics"]);
