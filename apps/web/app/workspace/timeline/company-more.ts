import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { loadOlder } from "./load-timeline.ts";

/** What follows on a page of a company's timeline. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), company: idSchema("company") }),
  search: z.record(z.string(), z.string()),
  permission: "companies.view",
}).loader(({ ctx, params, search }) => loadOlder(ctx, { type: "company", id: params.company }, search));
