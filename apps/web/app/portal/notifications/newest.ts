import { z } from "zod";
import { newestNotices } from "../../notices/notices-page.ts";
import { portalRoute } from "../../server/define-route.ts";

/** What the panel at the bell shows. */
export const loader = portalRoute({
  params: z.object({ tenant: z.string() }),
  access: "member",
}).open(({ scope, house }) => house.database.withTenant(scope, newestNotices));
