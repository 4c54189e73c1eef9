import { accountRoutes } from "./routes/account-routes.ts";
import { docsRoutes } from "./routes/docs-routes.ts";
import { frontRoutes } from "./routes/front-routes.ts";
import { houseRoutes } from "./routes/house-routes.ts";
import { peopleRoutes } from "./routes/people-routes.ts";
import { portalRoutes } from "./routes/portal-routes.ts";
import type { RouteRow } from "./routes/route-row.ts";
import { settingsRoutes } from "./routes/settings-routes.ts";
import { workspaceRoutes } from "./routes/workspace-routes.ts";

/** Every route there is. The matrix fails on one that is missing here, and on one here that is not there. */
export const routeTable: Readonly<Record<string, RouteRow>> = {
  ...frontRoutes,
  ...accountRoutes,
  ...workspaceRoutes,
  ...peopleRoutes,
  ...docsRoutes,
  ...settingsRoutes,
  ...portalRoutes,
  ...houseRoutes,
};
