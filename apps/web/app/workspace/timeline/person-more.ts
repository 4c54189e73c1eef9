import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { loadOlder } from "./load-timeline.ts";

/** What follows on a page of a person's timeline. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  search: z.record(z.string(), z.string()),
  permission: "people.view",
}).loader(({ ctx, params, search }) => loadOlder(ctx, { type: "person", id: params.person }, search));
