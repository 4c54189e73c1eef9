import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";
import { hallLine } from "../server/hall-line.ts";

/** A member's line of events: their own bell. */
export const loader = portalRoute({ params: z.object({ tenant: z.string() }), access: "member" }).open((room) =>
  hallLine(room, { underSignInRules: false }),
);
