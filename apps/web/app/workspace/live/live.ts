import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { hallLine } from "../../server/hall-line.ts";

/** The line of events of whoever works here. */
export const loader = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" }).open(
  (room) => hallLine(room, { underSignInRules: true }),
);
