import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./http-env.ts";

/** Built files have their content's hash in their name and are kept for a year; others for an hour. */
export function cacheAssets(): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    if (c.req.method !== "GET" || c.res.status !== 200) return;
    if (c.req.path.startsWith("/assets/")) c.header("cache-control", "public, max-age=31536000, immutable");
    else if (/\.(?:svg|png|ico|webmanifest|txt)$/.test(c.req.path) && !c.res.headers.has("cache-control"))
      c.header("cache-control", "public, max-age=3600");
  };
}
