import { suiteLiveBlocks } from "@guildhall/suite";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** What a live block of a kind can be of, by these letters. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), kind: z.string().max(60) }),
  search: z.object({ q: z.string().max(80).default("") }),
  permission: "workspace.enter",
}).loader(async ({ ctx, params, search }) =>
  Response.json({ choices: await suiteLiveBlocks.choices(ctx, params.kind, search.q) }),
);
