import type { MiddlewareHandler } from "hono";
import type { House } from "../house.ts";
import type { HttpEnv } from "./http-env.ts";
import { publicOrigin } from "./public-request.ts";

interface Options {
  house: House;
  /** Whether the route at this address is for machines, and so ignores cookies. */
  isMachine(request: Request): Promise<boolean>;
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses every request that could change something, unless its Origin is this house's own. Stands before Remix, whose
 * own check leaves out resource routes and `?_data=` posts. Browsers always send Origin with such requests, so one
 * without it is no browser's, and may not use a browser's cookies.
 */
export function checkOrigin({ house, isMachine }: Options): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (safeMethods.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    if (origin !== undefined && origin === publicOrigin(c.req.raw, house.config)) return next();
    if (await isMachine(c.req.raw)) {
      c.req.raw.headers.delete("cookie");
      return next();
    }
    return c.json({ code: "core.wrong-origin" }, 403);
  };
}
