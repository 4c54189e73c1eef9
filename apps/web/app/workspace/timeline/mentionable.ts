import { findMentionable } from "@guildhall/work";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** Whom and what an at sign and these letters may mean. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ q: z.string().max(80).default("") }),
  permission: "work.edit",
}).loader(async ({ ctx, search }) => Response.json(await findMentionable(ctx, search.q)));
