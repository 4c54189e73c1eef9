import { findPeopleByName } from "@guildhall/people";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";

/** Whom the history can be asked about, while somebody types a name. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ name: z.string().max(100).catch("") }),
  permission: "audit.view",
}).loader(async ({ ctx, search }) => Response.json({ people: await findPeopleByName(ctx, search.name) }));
