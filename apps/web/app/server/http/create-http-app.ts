import { randomBytes } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { House } from "../house.ts";
import { openVisit } from "../visit.ts";
import { cacheAssets } from "./cache-assets.ts";
import { checkOrigin } from "./check-origin.ts";
import { clientAddress } from "./client-address.ts";
import { healthRoutes } from "./health-routes.ts";
import type { HttpEnv } from "./http-env.ts";
import { limitBodies } from "./limit-bodies.ts";
import { logRequests } from "./log-requests.ts";
import { machineRoutes } from "./machine-routes.ts";
import { openMetrics } from "./metrics.ts";
import { publicRequest } from "./public-request.ts";
import { securityHeaders } from "./security-headers.ts";

interface Options {
  house: House;
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientDir?: string;
  draining: AbortSignal;
}

/** The front door: everything that is true of every request, and Remix behind it. */
export async function createHttpApp({ house, build, clientDir, draining }: Options): Promise<Hono<HttpEnv>> {
  const app = new Hono<HttpEnv>();
  const metrics = openMetrics(house);
  const production = clientDir !== undefined;
  const currentBuild = typeof build === "function" ? build : async () => build;

  app.use(async (c, next) => {
    const given = c.req.header("x-request-id");
    c.set(
      "requestId",
      given && house.config.TRUSTED_PROXIES > 0 && /^[\w-]{8,64}$/.test(given)
        ? given
        : randomBytes(9).toString("base64url"),
    );
    c.set("nonce", randomBytes(16).toString("base64"));
    await next();
    c.header("x-request-id", c.get("requestId"));
  });
  app.use(logRequests(house, metrics));
  app.use(securityHeaders({ house, production }));
  app.route("/", healthRoutes({ house, metrics, draining }));
  app.use(compress());
  if (clientDir) {
    app.use(cacheAssets());
    app.use(serveStatic({ root: clientDir }));
  }
  app.use(limitBodies(house));
  app.use(
    checkOrigin({
      house,
      isMachine: async (request) => (await machineRoutes(currentBuild))(new URL(request.url).pathname),
    }),
  );

  const { sync } = house;
  if (sync) app.all("/sync/:room", (c) => sync.fetch(c.req.raw));

  const mode = production ? "production" : "development";
  const handle = createRequestHandler(build, mode);
  app.all("*", async (c) => {
    const request = publicRequest(c.req.raw, house.config);
    const visit = openVisit({
      house,
      request,
      requestId: c.get("requestId"),
      nonce: c.get("nonce"),
      ip: clientAddress(c, house.config.TRUSTED_PROXIES),
    });
    const response = await handle(request, { house, visit });
    for (const cookie of visit.cookies) response.headers.append("set-cookie", cookie);
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
    return response;
  });
  return app;
}
