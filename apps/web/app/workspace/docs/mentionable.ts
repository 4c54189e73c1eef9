import { idSchema } from "@guildhall/core";
import { findMentionable } from "@guildhall/docs";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** Whom an at sign and these letters may mean in what is said about a document. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  search: z.object({ q: z.string().max(80).default("") }),
  permission: "workspace.enter",
}).loader(async ({ ctx, params, search }) => Response.json(await findMentionable(ctx, params.document, search.q)));
