import { idSchema } from "@guildhall/core";
import { findMentionable } from "@guildhall/docs";
import { z } from "zod";
import { portalRoute } from "../../server/define-route.ts";

/** Whom an at sign and these letters may mean in what a member says about a document. */
export const loader = portalRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: z.object({ q: z.string().max(80).default(""), key: z.string().max(40).optional() }),
  access: "anyone",
}).loader(async ({ ctx, params, search }) =>
  Response.json(await findMentionable(ctx, params.document, search.q, { key: search.key ?? null, secret: null })),
);
