import { z } from "zod";
import { newestNotices } from "../../notices/notices-page.ts";
import { workspaceRoute } from "../../server/define-route.ts";

/** What the panel at the bell shows. */
export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  permission: "workspace.enter",
}).open(({ scope, house }) => house.database.withTenant(scope, newestNotices));
