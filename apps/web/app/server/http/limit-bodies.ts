import { mostBytes } from "@guildhall/people/schemas";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { House } from "../house.ts";
import type { HttpEnv } from "./http-env.ts";

const megabyte = 1_048_576;

/** Refuses bodies that are too large. Files of people may be larger than any other: they go straight into the store. */
export function limitBodies(house: House) {
  const onError = (c: Context) => c.json({ code: "core.too-large" }, 413, { connection: "close" });
  const usual = bodyLimit({ maxSize: house.config.UPLOAD_LIMIT_MB * megabyte, onError });
  const imports = bodyLimit({ maxSize: mostBytes + megabyte, onError });
  return createMiddleware<HttpEnv>((c, next) =>
    takesMerges.test(c.req.path) ? next() : (takesImports.test(c.req.path) ? imports : usual)(c, next),
  );
}

/** The sync door counts by itself, and takes more. */
const takesMerges = /^\/sync\//;
const takesImports = /^\/w\/[^/]+\/people\/import(?:\.data)?$/;
