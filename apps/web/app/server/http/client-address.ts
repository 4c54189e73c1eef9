import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { HttpEnv } from "./http-env.ts";

/** The sender's address: the connection's, or the one that the outermost trusted proxy saw. */
export function clientAddress(c: Context<HttpEnv>, trustedProxies: number): string | null {
  const connection = getConnInfo(c).remote.address ?? null;
  if (trustedProxies === 0) return connection;
  const hops = (c.req.header("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const seen = hops.at(-trustedProxies);
  return seen && /^[\da-f.:]+$/i.test(seen) ? seen : connection;
}
